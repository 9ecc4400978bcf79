package academy.artisan.lms.media.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The text of a cue as characters in a style. Whatever tags it was written with, in whichever order, the same text in
 * the same style is written in one way only.
 */
final class CueText {

    /** Further tags that formats of captions have; what they enclose is kept. */
    private static final Set<String> DROPPED_TAGS = Set.of("c", "font", "lang", "ruby", "rt");

    private static final Set<String> KEPT_TAGS = Set.of("b", "i", "u", "v");

    private static final Pattern MOMENT = Pattern.compile("[\\d:.]{1,20}");
    private static final int LONGEST_TAG = 600;
    private static final int LONGEST_OVERRIDE = 100;
    private static final int LONGEST_VOICE = 80;

    /** How a character looks, and who says it. */
    private record Style(@Nullable String voice, boolean bold, boolean italic, boolean underlined) {

        static final Style PLAIN = new Style(null, false, false, false);

        /** The tags in the order in which they are opened. */
        List<String> tags() {
            var tags = new ArrayList<String>();
            if (voice != null) {
                tags.add("v " + escape(voice));
            }
            if (bold) {
                tags.add("b");
            }
            if (italic) {
                tags.add("i");
            }
            if (underlined) {
                tags.add("u");
            }
            return tags;
        }

        Style and(Style other) {
            return new Style(
                    voice != null && voice.equals(other.voice) ? voice : null,
                    bold && other.bold,
                    italic && other.italic,
                    underlined && other.underlined);
        }
    }

    private record Glyph(int point, Style style) {}

    private final List<List<Glyph>> lines = new ArrayList<>();
    private List<Glyph> line = new ArrayList<>();
    private @Nullable String voice;
    private int bold;
    private int italic;
    private int underlined;
    private int numberPad;

    private CueText() {}

    /** Reads what a WebVTT file has below the times. */
    static CueText ofWebVtt(String text) {
        return new CueText().read(text, false);
    }

    /** Reads what an SRT file has below the times, with the overrides in braces that came from yet another format. */
    static CueText ofSrt(String text) {
        return new CueText().read(text, true);
    }

    boolean isEmpty() {
        return lines.stream()
                .flatMap(List::stream)
                .allMatch(glyph -> Character.isWhitespace(glyph.point()) || Character.isSpaceChar(glyph.point()));
    }

    int length() {
        return lines.stream().mapToInt(List::size).sum();
    }

    /** Where an override puts it, as settings of WebVTT. */
    String settings() {
        return numberPad == 0 ? "" : CueSettings.ofNumberPad(numberPad);
    }

    /** The bare text; lines become one. */
    String plain() {
        var text = new StringBuilder();
        for (var each : lines) {
            text.append(text.isEmpty() ? "" : " ");
            each.forEach(glyph -> text.appendCodePoint(glyph.point()));
        }
        return text.toString();
    }

    String webVtt() {
        var text = new StringBuilder();
        var style = Style.PLAIN;
        for (var each : lines) {
            if (!text.isEmpty()) {
                var shared = style.and(each.getFirst().style());
                change(text, style, shared);
                style = shared;
                text.append('\n');
            }
            for (var glyph : each) {
                change(text, style, glyph.style());
                style = glyph.style();
                text.append(escape(Character.toString(glyph.point())));
            }
        }
        change(text, style, Style.PLAIN);
        return text.toString();
    }

    private static void change(StringBuilder text, Style from, Style to) {
        var open = from.tags();
        var wanted = to.tags();
        var shared = 0;
        while (shared < open.size()
                && shared < wanted.size()
                && open.get(shared).equals(wanted.get(shared))) {
            shared++;
        }
        for (var tag : open.subList(shared, open.size()).reversed()) {
            text.append("</").append(tag, 0, 1).append('>');
        }
        for (var tag : wanted.subList(shared, wanted.size())) {
            text.append('<').append(tag).append('>');
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\u00A0", "&nbsp;")
                .replace("\u200E", "&lrm;")
                .replace("\u200F", "&rlm;");
    }

    private CueText read(String text, boolean hasOverrides) {
        var at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '<' -> tag(text, at);
                case '&' -> reference(text, at);
                case '{' -> hasOverrides ? override(text, at) : character(text, at);
                default -> character(text, at);
            };
        }
        endLine();
        return this;
    }

    private int character(String text, int at) {
        var point = text.codePointAt(at);
        put(point);
        return at + Character.charCount(point);
    }

    private void put(int point) {
        if (point == '\n') {
            endLine();
        } else if (point == ' ' || point == '\t') {
            if (!line.isEmpty() && line.getLast().point() != ' ') {
                line.add(new Glyph(' ', style()));
            }
        } else if (CharacterReference.isText(point)) {
            line.add(new Glyph(point, style()));
        }
    }

    private Style style() {
        return voice == null && bold + italic + underlined == 0
                ? Style.PLAIN
                : new Style(voice, bold > 0, italic > 0, underlined > 0);
    }

    private void endLine() {
        if (!line.isEmpty() && line.getLast().point() == ' ') {
            line.removeLast();
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        line = new ArrayList<>();
    }

    private int reference(String text, int at) {
        var reference = CharacterReference.at(text, at);
        if (reference.isEmpty()) {
            return character(text, at);
        }
        put(reference.get().point());
        return reference.get().end();
    }

    private int tag(String text, int at) {
        var end = endOfTag(text, at);
        if (end < 0) {
            return character(text, at);
        }
        var content = text.substring(at + 1, end);
        var closes = content.startsWith("/");
        var name = leadingLetters(closes ? content.substring(1) : content);
        var rest = content.substring((closes ? 1 : 0) + name.length());
        var isTag = (rest.isEmpty() || ". \t\n/".indexOf(rest.charAt(0)) >= 0)
                && (KEPT_TAGS.contains(name) || DROPPED_TAGS.contains(name));
        if (!isTag && !MOMENT.matcher(content).matches()) {
            return character(text, at);
        }
        apply(name, closes, rest);
        return end + 1;
    }

    private static int endOfTag(String text, int at) {
        for (var i = at + 1; i < Math.min(text.length(), at + LONGEST_TAG); i++) {
            if (text.charAt(i) == '>') {
                return i;
            }
            if (text.charAt(i) == '<') {
                return -1;
            }
        }
        return -1;
    }

    private static String leadingLetters(String text) {
        var length = 0;
        while (length < text.length() && length < 10 && Character.isLetter(text.charAt(length))) {
            length++;
        }
        return text.substring(0, length).toLowerCase(Locale.ROOT);
    }

    private void apply(String name, boolean closes, String rest) {
        switch (name) {
            case "b" -> bold = Math.max(0, bold + (closes ? -1 : 1));
            case "i" -> italic = Math.max(0, italic + (closes ? -1 : 1));
            case "u" -> underlined = Math.max(0, underlined + (closes ? -1 : 1));
            case "v" -> voice = closes ? null : voice(rest);
            default -> {}
        }
    }

    /** What follows the tag's name and its classes. */
    private static @Nullable String voice(String rest) {
        var begin = 0;
        while (begin < rest.length() && " \t\n".indexOf(rest.charAt(begin)) < 0) {
            begin++;
        }
        var name = new CueText()
                .read(rest.substring(begin).replace('\n', ' '), false)
                .plain();
        var points = name.codePoints().limit(LONGEST_VOICE).toArray();
        var shortened = new String(points, 0, points.length).strip();
        return shortened.isEmpty() ? null : shortened;
    }

    private int override(String text, int at) {
        var end =
                text.startsWith("{\\", at) ? text.indexOf('}', at, Math.min(text.length(), at + LONGEST_OVERRIDE)) : -1;
        if (end < 0) {
            return character(text, at);
        }
        var isPlace = end == at + 5 && text.startsWith("{\\an", at);
        var key = isPlace ? Character.digit(text.charAt(at + 4), 10) : 0;
        if (key > 0 && numberPad == 0) {
            numberPad = key;
        }
        return end + 1;
    }
}
