package academy.artisan.lms.search.log;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises what may be data of a person: addresses of mail, numbers of telephones, identity cards and bank cards,
 * number plates, and whatever else has as many digits. A name cannot be told from a word. Rather a query too many is
 * taken for personal than one too few: what is lost is one line of a statistic.
 */
final class PersonalText {

    private static final List<Pattern> SIGNS = List.of(
            Pattern.compile("[^\\s@]@[^\\s@]"),
            Pattern.compile("://|\\bwww\\."),
            // Seven digits and more, in groups or not
            Pattern.compile("\\d(?:[\\s\\p{Pd}()+_]{0,3}\\d){6}"),
            Pattern.compile("[〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]{7}"),
            Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][ ·•]?(?=[A-Za-z]*\\d)[A-Za-z0-9]{5,6}"));

    /** A number and a year, as GB/T 3323-1987. */
    private static final Pattern STANDARD = Pattern.compile(
            "(?<![A-Za-z])(?:GB|JB|HG|YB|DL|TSG|ISO|IEC|DIN|EN|ASTM|AWS)(?:/[TZ])? ?\\d{2,5}(?:\\.\\d{1,3})?-\\d{4}(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private PersonalText() {}

    static boolean isSuspectedIn(String text) {
        var plain = STANDARD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ");
        return SIGNS.stream().anyMatch(sign -> sign.matcher(plain).find());
    }
}
