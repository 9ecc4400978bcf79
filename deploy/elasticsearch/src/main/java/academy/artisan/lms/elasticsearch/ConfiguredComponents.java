package academy.artisan.lms.elasticsearch;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.lucene.analysis.miscellaneous.DisableGraphAttribute;

/**
 * Analysis components that read settings, with the defaults that the reference documentation of Elasticsearch gives.
 */
final class ConfiguredComponents {

    private static final Map<String, Integer> BIGRAM_SCRIPTS = Map.of(
            "han", CJKBigramFilter.HAN,
            "hiragana", CJKBigramFilter.HIRAGANA,
            "katakana", CJKBigramFilter.KATAKANA,
            "hangul", CJKBigramFilter.HANGUL);

    private ConfiguredComponents() {}

    static TokenStream bigrams(TokenStream input, Settings settings) {
        var ignored = settings.getAsList("ignored_scripts", List.of());
        int scripts = BIGRAM_SCRIPTS.entrySet().stream()
                .filter(script -> !ignored.contains(script.getKey()))
                .mapToInt(Map.Entry::getValue)
                .reduce(0, (one, other) -> one | other);
        boolean unigrams = settings.getAsBoolean("output_unigrams", false);
        var filter = new CJKBigramFilter(input, scripts, unigrams);
        if (unigrams) {
            // One- and two-letter tokens overlap: as a graph they would have far too many paths
            filter.addAttribute(DisableGraphAttribute.class);
        }
        return filter;
    }

    static TokenStream prefixes(TokenStream input, Settings settings) {
        return new EdgeNGramTokenFilter(input, shortest(settings), longest(settings), preserveOriginal(settings));
    }

    static TokenStream grams(TokenStream input, Settings settings) {
        return new NGramTokenFilter(input, shortest(settings), longest(settings), preserveOriginal(settings));
    }

    static TokenStream length(TokenStream input, Settings settings) {
        return new LengthFilter(input, settings.getAsInt("min", 0), settings.getAsInt("max", Integer.MAX_VALUE));
    }

    static TokenStream patternReplace(TokenStream input, Settings settings) {
        return new PatternReplaceFilter(
                input, regex(settings, ""), replacement(settings), settings.getAsBoolean("all", true));
    }

    static UnaryOperator<Reader> patternReplace(Settings settings) {
        var pattern = regex(settings, "");
        var replacement = replacement(settings);
        return input -> new PatternReplaceCharFilter(pattern, replacement, input);
    }

    static Tokenizer pattern(Settings settings) {
        return new PatternTokenizer(regex(settings, "\\W+"), settings.getAsInt("group", -1));
    }

    static UnaryOperator<Reader> mapping(Settings settings) {
        var builder = new NormalizeCharMap.Builder();
        for (var mapping : settings.getAsList("mappings")) {
            var sides = mapping.split("=>", 2);
            builder.add(sides[0].trim(), sides.length == 2 ? sides[1].trim() : "");
        }
        var map = builder.build();
        return input -> new MappingCharFilter(map, input);
    }

    private static Pattern regex(Settings settings, String fallback) {
        return Regex.compile(settings.get("pattern", fallback), settings.get("flags"));
    }

    private static String replacement(Settings settings) {
        return settings.get("replacement", "");
    }

    private static int shortest(Settings settings) {
        return settings.getAsInt("min_gram", 1);
    }

    private static int longest(Settings settings) {
        return settings.getAsInt("max_gram", 2);
    }

    private static boolean preserveOriginal(Settings settings) {
        return settings.getAsBoolean("preserve_original", false);
    }
}
