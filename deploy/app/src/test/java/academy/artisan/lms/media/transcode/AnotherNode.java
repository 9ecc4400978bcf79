package academy.artisan.lms.media.transcode;

import java.nio.file.Path;
import java.util.Map;

import academy.artisan.lms.media.source.Prober;
import academy.artisan.lms.media.storage.ObjectStore;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.ApplicationContext;

/** One more node that processes videos, with a work directory of its own and its own way to the queue. */
public final class AnotherNode implements AutoCloseable {

    private final HikariDataSource queue;
    private final TranscodeWorker worker;

    private AnotherNode(HikariDataSource queue, TranscodeWorker worker) {
        this.queue = queue;
        this.worker = worker;
    }

    public static AnotherNode start(ApplicationContext context, Path workDirectory) {
        var properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("lms.media.work-directory", workDirectory)))
                .bindOrCreate("lms.media", TranscodeProperties.class);
        var transcodings = context.getBean(Transcodings.class);
        var job = new TranscodeJob(
                transcodings,
                context.getBean(ObjectStore.class),
                context.getBean(Prober.class),
                context.getBean(Transcoder.class),
                properties);
        var queue = connections(context);
        var configuration = new TranscodeConfiguration();
        var task = configuration.transcodeTask(job, transcodings);
        var node = new AnotherNode(queue, configuration.transcodeWorker(queue, task, properties));
        node.worker.start();
        return node;
    }

    private static HikariDataSource connections(ApplicationContext context) {
        var here = context.getEnvironment();
        var connections = new HikariDataSource();
        connections.setJdbcUrl(here.getRequiredProperty("spring.datasource.url"));
        connections.setUsername(here.getRequiredProperty("spring.datasource.username"));
        connections.setPassword(here.getRequiredProperty("spring.datasource.password"));
        connections.setMaximumPoolSize(2);
        return connections;
    }

    /** It does not hear of this and goes on with what it does, but the others hear no more of it. */
    public void cutOff() {
        queue.close();
    }

    @Override
    public void close() {
        worker.stop();
        queue.close();
    }
}
