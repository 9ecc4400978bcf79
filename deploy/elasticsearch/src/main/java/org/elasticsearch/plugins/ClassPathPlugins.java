package org.elasticsearch.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.elasticsearch.Build;

/**
 * Plugins that are on the class path of the server itself, instead of in folders with a class loader each. It lives in
 * this package because the loader that it stands in for can only be extended here.
 */
public final class ClassPathPlugins extends PluginsLoader {

    private ClassPathPlugins(Set<PluginBundle> bundles) {
        super(bundles, Set.of(), Map.of());
    }

    /**
     * Makes the loader of these plugins.
     *
     * @param plugins the plugins' classes by name
     * @param folder any folder without jars, because every plugin must have one
     */
    public static PluginsLoader of(Map<String, Class<?>> plugins, Path folder) throws IOException {
        var bundles = new LinkedHashSet<PluginBundle>();
        for (var plugin : plugins.entrySet()) {
            bundles.add(new PluginBundle(describe(plugin.getKey(), plugin.getValue()), folder));
        }
        return new ClassPathPlugins(bundles);
    }

    @Override
    public Stream<PluginLayer> pluginLayers() {
        return moduleBundles().stream().map(Layer::new);
    }

    private static PluginDescriptor describe(String name, Class<?> plugin) {
        var version = Build.current().version();
        return new PluginDescriptor(
                name,
                "On the class path",
                version,
                version,
                Integer.toString(Runtime.version().feature()),
                plugin.getName(),
                null,
                List.of(),
                false,
                false,
                false,
                false,
                PluginDescriptor.DeploymentTarget.ALL);
    }

    private record Layer(PluginBundle pluginBundle) implements PluginLayer {

        @Override
        public ClassLoader pluginClassLoader() {
            return ClassPathPlugins.class.getClassLoader();
        }

        @Override
        public ModuleLayer pluginModuleLayer() {
            return ModuleLayer.boot();
        }
    }
}
