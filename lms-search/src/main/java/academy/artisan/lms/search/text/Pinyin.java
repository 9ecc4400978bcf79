package academy.artisan.lms.search.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;

/**
 * Text as typed on a Latin keyboard, syllable by syllable: 焊接机器人 is {@code han jie ji qi ren}; a Latin word or a number
 * counts as one syllable and as its own initial.
 */
public record Pinyin(List<String> syllables, List<String> initials) {

    private static final Pattern RUN =
            Pattern.compile("(?<han>\\p{IsHan}+)|[\\p{IsAlphabetic}\\p{IsDigit}&&[^\\p{IsHan}]]+");
    private static final Pattern SYLLABLE = Pattern.compile("[a-zü]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Cache<String, Pinyin> NAMES =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** Of tags and instructors: many courses have the same. */
    public static Pinyin ofName(String name) {
        return NAMES.get(name, Pinyin::of);
    }

    public static Pinyin of(String text) {
        var syllables = new ArrayList<String>();
        var initials = new ArrayList<String>();
        var runs = RUN.matcher(Simplified.of(Normalizer.normalize(text, Normalizer.Form.NFKC)));
        while (runs.find()) {
            if (runs.group("han") == null) {
                var word = plain(runs.group());
                syllables.add(word);
                initials.add(word);
            } else {
                for (var syllable : read(runs.group())) {
                    syllables.add(syllable);
                    initials.add(syllable.substring(0, 1));
                }
            }
        }
        return new Pinyin(List.copyOf(syllables), List.copyOf(initials));
    }

    /** All syllables in one: {@code hanjiejiqiren}. */
    public String whole() {
        return String.join("", syllables);
    }

    /**
     * The whole from each syllable on, because people begin to type anywhere: {@code jiejiqiren}, {@code jiqiren}, …
     */
    public List<String> parts() {
        return partsOf(syllables);
    }

    public String wholeInitials() {
        return String.join("", initials);
    }

    public List<String> partsOfInitials() {
        return partsOf(initials);
    }

    private static List<String> partsOf(List<String> all) {
        return IntStream.range(0, all.size())
                .mapToObj(from -> String.join("", all.subList(from, all.size())))
                .toList();
    }

    /** Reads a run as a whole, because how a character is read depends on its neighbours: 银行, 行走. */
    private static List<String> read(String han) {
        var read = PinyinHelper.toPinyin(han, PinyinStyleEnum.NORMAL, " ");
        return SYLLABLE.matcher(read)
                .results()
                .map(found -> found.group().replace('ü', 'v'))
                .toList();
    }

    private static String plain(String word) {
        var umlauts = word.toLowerCase(Locale.ROOT).replace('ü', 'v');
        return MARKS.matcher(Normalizer.normalize(umlauts, Normalizer.Form.NFD)).replaceAll("");
    }
}
