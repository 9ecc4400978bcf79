package academy.artisan.lms.progress.settling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import academy.artisan.lms.progress.settling.Changed.Asked;
import academy.artisan.lms.progress.settling.Changed.Refused;
import academy.artisan.lms.progress.settling.Changed.Stretch;

import static academy.artisan.lms.progress.inflight.InFlightStore.instant;

/** Reads a lesson from the hashes that the heartbeat script writes, which says what is in them. */
final class ChangedFields {

    private static final int ID_LENGTH = 36;
    private static final String KNOWN = "known";

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Refused> refusals = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> plain = new HashMap<>();

    private ChangedFields(String lesson) {
        eachOf(lesson, this::take);
    }

    /** Lines: name, value, name, value … */
    private static void eachOf(String fields, BiConsumer<String, String> field) {
        for (var at = 0; at < fields.length(); ) {
            var endOfName = fields.indexOf('\n', at);
            var next = fields.indexOf('\n', endOfName + 1);
            var end = next < 0 ? fields.length() : next;
            field.accept(fields.substring(at, endOfName), fields.substring(endOfName + 1, end));
            at = end + 1;
        }
    }

    static Changed read(DirtyLesson name, byte[] seen, String lesson, String days) {
        var fields = new ChangedFields(lesson);
        var coverage = fields.united(Coverage.ofBitmap(seen));
        return new Changed(
                name,
                fields.get("change"),
                PlaybackId.of(fields.get("playback")),
                Long.parseLong(fields.get("sequence")),
                Integer.parseInt(fields.plain.getOrDefault("position", "0")),
                fields.plain.containsKey("length") ? Integer.parseInt(fields.get("length")) : Changed.UNKNOWN_LENGTH,
                Long.parseLong(fields.plain.getOrDefault("watched", coverage.seconds() + "000")),
                instant(Long.parseLong(fields.get("at"))),
                fields.plain.containsKey("judged"),
                coverage,
                fields.stretches,
                fields.refusals,
                fields.asked,
                daysOf(days),
                fields.noted());
    }

    /** The stretch that goes on, and what the playback of now was refused, are written to again. */
    private List<String> noted() {
        var goesOn = "r:" + get("playback");
        return notes.stream()
                .filter(field -> !field.equals(get("open")) && !field.startsWith(goesOn))
                .toList();
    }

    private static Map<LocalDate, Integer> daysOf(String fields) {
        var days = new HashMap<LocalDate, Integer>();
        eachOf(fields, (day, seconds) -> {
            if (!day.equals(KNOWN)) {
                days.put(LocalDate.ofEpochDay(Long.parseLong(day)), Integer.parseInt(seconds));
            }
        });
        return days;
    }

    /** What is credited and not settled is in the stretches, too, should the bitmap be lost alone. */
    private Coverage united(Coverage seen) {
        if (stretches.stream().allMatch(stretch -> seen.contains(stretch.from(), stretch.to()))) {
            return seen;
        }
        return Coverage.of(Stream.concat(
                        seen.ranges().stream(),
                        stretches.stream().map(stretch -> new Coverage.Range(stretch.from(), stretch.to())))
                .toList());
    }

    private String get(String field) {
        return plain.getOrDefault(field, "");
    }

    private void take(String field, String value) {
        if (field.startsWith("s:")) {
            stretches.add(stretch(field.substring(2), value.split(":")));
        } else if (field.startsWith("r:")) {
            refusals.add(refused(field.substring(2), value.split(":")));
        } else if (field.startsWith("c:")) {
            asked.add(asked(field.substring(2), value.split(":")));
        } else {
            plain.put(field, value);
            return;
        }
        notes.add(field);
    }

    private static Stretch stretch(String name, String[] value) {
        return new Stretch(
                playback(name),
                Integer.parseInt(name.substring(ID_LENGTH + 1)),
                Integer.parseInt(value[0]),
                instant(Long.parseLong(value[1])),
                instant(Long.parseLong(value[2])));
    }

    private static Refused refused(String name, String[] value) {
        return new Refused(
                playback(name),
                name.substring(ID_LENGTH + 1),
                instant(Long.parseLong(value[0])),
                instant(Long.parseLong(value[1])),
                Integer.parseInt(value[2]),
                Integer.parseInt(value[3]),
                Integer.parseInt(value[4]),
                Integer.parseInt(value[5]));
    }

    private static Asked asked(String challenge, String[] value) {
        return new Asked(
                UUID.fromString(challenge),
                UUID.fromString(value[0]),
                instant(Long.parseLong(value[1])),
                value.length > 2 ? instant(Long.parseLong(value[2])) : null);
    }

    private static UUID playback(String name) {
        return UUID.fromString(name.substring(0, ID_LENGTH));
    }
}
