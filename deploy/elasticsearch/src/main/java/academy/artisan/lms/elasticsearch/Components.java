package academy.artisan.lms.elasticsearch;

import java.io.Reader;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Registers Lucene's analysis components by a function of their settings each. */
final class Components {

    private Components() {}

    static AnalysisProvider<TokenFilterFactory> filter(BiFunction<TokenStream, Settings, TokenStream> made) {
        return (index, environment, name, settings) -> new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream input) {
                return made.apply(input, settings);
            }
        };
    }

    /** A filter that also applies to wildcard terms and keywords, because it changes letters only. */
    static AnalysisProvider<TokenFilterFactory> normalizer(Function<TokenStream, TokenStream> made) {
        final class Normalizer extends AbstractTokenFilterFactory implements NormalizingTokenFilterFactory {

            private Normalizer(String name) {
                super(name);
            }

            @Override
            public TokenStream create(TokenStream input) {
                return made.apply(input);
            }
        }
        return (index, environment, name, settings) -> new Normalizer(name);
    }

    static AnalysisProvider<TokenizerFactory> tokenizer(Function<Settings, Tokenizer> made) {
        return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, () -> made.apply(settings));
    }

    /** What the settings say is read once, not for each text: a mapping may have thousands of lines. */
    static AnalysisProvider<CharFilterFactory> charFilter(Function<Settings, UnaryOperator<Reader>> prepared) {
        return (index, environment, name, settings) -> new AbstractCharFilterFactory(name) {

            private final UnaryOperator<Reader> made = prepared.apply(settings);

            @Override
            public Reader create(Reader input) {
                return made.apply(input);
            }
        };
    }

    static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> analyzer(Supplier<Analyzer> made) {
        return (index, environment, name, settings) -> new AbstractIndexAnalyzerProvider<>(name) {

            private final Analyzer analyzer = made.get();

            @Override
            public Analyzer get() {
                return analyzer;
            }
        };
    }

    /** A component that has no sensible defaults and so exists only where an index configures it. */
    static <T> AnalysisProvider<T> configured(AnalysisProvider<T> provider) {
        return AnalysisPlugin.requiresAnalysisSettings(provider);
    }
}
