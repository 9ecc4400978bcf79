package academy.artisan.lms.media.captions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a cue is shown: the settings of WebVTT in one order, without those that are unknown, wrong or of a region. */
final class CueSettings {

    private static final String PERCENT = "(?:100|\\d{1,2})(?:\\.\\d{1,6})?%";

    private static final Map<String, Pattern> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("vertical", Pattern.compile("rl|lr"));
        KNOWN.put("line", Pattern.compile("(?:-?\\d{1,3}|" + PERCENT + ")(?:,(?:start|center|end))?"));
        KNOWN.put("position", Pattern.compile(PERCENT + "(?:,(?:line-left|center|line-right))?"));
        KNOWN.put("size", Pattern.compile(PERCENT));
        KNOWN.put("align", Pattern.compile("start|center|end|left|right"));
    }

    private CueSettings() {}

    static String normalise(String settings) {
        var found = new LinkedHashMap<String, String>();
        for (var setting : settings.split("[ \\t]+", -1)) {
            var colon = setting.indexOf(':');
            if (colon > 0) {
                var name = setting.substring(0, colon);
                var value = setting.substring(colon + 1);
                found.put(name, "align".equals(name) && "middle".equals(value) ? "center" : value);
            }
        }
        return KNOWN.entrySet().stream()
                .filter(known -> found.containsKey(known.getKey()))
                .filter(known ->
                        known.getValue().matcher(found.get(known.getKey())).matches())
                .map(known -> known.getKey() + ":" + found.get(known.getKey()))
                .collect(Collectors.joining(" "));
    }

    /** Some SRT files say by a key of the number pad where a text goes: 8 is the top, 2 the usual place. */
    static String ofNumberPad(int key) {
        var line = key >= 7 ? "line:0" : key >= 4 ? "line:50%" : "";
        var align = switch (key % 3) {
            case 1 -> "align:left";
            case 0 -> "align:right";
            default -> "";
        };
        return normalise(line + " " + align);
    }
}
