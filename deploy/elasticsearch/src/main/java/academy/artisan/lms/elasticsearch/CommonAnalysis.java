package academy.artisan.lms.elasticsearch;

import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

import static academy.artisan.lms.elasticsearch.Components.analyzer;
import static academy.artisan.lms.elasticsearch.Components.charFilter;
import static academy.artisan.lms.elasticsearch.Components.configured;
import static academy.artisan.lms.elasticsearch.Components.filter;
import static academy.artisan.lms.elasticsearch.Components.normalizer;
import static academy.artisan.lms.elasticsearch.Components.tokenizer;
import static java.util.Map.entry;

/**
 * The part of the stock module analysis-common (which is not published) that an index of Chinese and Latin text needs,
 * under the same names and with the same settings, so that an index made here can be made on a stock server as well.
 */
public final class CommonAnalysis extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of("cjk", analyzer(CJKAnalyzer::new), "english", analyzer(EnglishAnalyzer::new));
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of(
                "html_strip", charFilter(settings -> HTMLStripCharFilter::new),
                "mapping", configured(charFilter(ConfiguredComponents::mapping)),
                "pattern_replace", configured(charFilter(ConfiguredComponents::patternReplace)));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "keyword", tokenizer(settings -> new KeywordTokenizer(settings.getAsInt("buffer_size", 256))),
                "letter", tokenizer(settings -> new LetterTokenizer()),
                "pattern", tokenizer(ConfiguredComponents::pattern),
                "whitespace",
                        tokenizer(settings -> new WhitespaceTokenizer(settings.getAsInt("max_token_length", 255))));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.ofEntries(
                entry("asciifolding", normalizer(ASCIIFoldingFilter::new)),
                entry("cjk_bigram", filter(ConfiguredComponents::bigrams)),
                entry("cjk_width", normalizer(CJKWidthFilter::new)),
                entry("decimal_digit", normalizer(DecimalDigitFilter::new)),
                entry("edge_ngram", filter(ConfiguredComponents::prefixes)),
                entry("flatten_graph", filter((input, settings) -> new FlattenGraphFilter(input))),
                entry("length", filter(ConfiguredComponents::length)),
                entry("lowercase", normalizer(LowerCaseFilter::new)),
                entry("ngram", filter(ConfiguredComponents::grams)),
                entry("pattern_replace", configured(filter(ConfiguredComponents::patternReplace))),
                entry("porter_stem", filter((input, settings) -> new PorterStemFilter(input))),
                entry("remove_duplicates", filter((input, settings) -> new RemoveDuplicatesTokenFilter(input))),
                entry("reverse", normalizer(ReverseStringFilter::new)),
                entry("trim", normalizer(TrimFilter::new)),
                entry("uppercase", normalizer(UpperCaseFilter::new)));
    }
}
