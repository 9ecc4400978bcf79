package academy.artisan.lms.search.passage;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Joins what is short and cuts what is long, at the ends of sentences where there are any. */
final class Stretches {

    private static final int ENOUGH = 60 * Weight.OF_A_CHARACTER;
    private static final int MOST = 120 * Weight.OF_A_CHARACTER;

    private final List<Stretch> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> cueOffsets = new ArrayList<>();
    private final List<Integer> cueStarts = new ArrayList<>();
    private int weight;

    /**
     * Goes on with this text.
     *
     * @param cueStart the second at which it begins to be said; null for what is written
     */
    void add(String added, @Nullable Integer cueStart) {
        var joint = " ";
        for (var piece : Weight.of(added) > MOST ? Sentences.of(added, MOST) : List.of(added)) {
            append(joint, piece, cueStart);
            joint = "";
        }
    }

    private void append(String joint, String piece, @Nullable Integer cueStart) {
        if (weight + Weight.of(piece) > MOST) {
            end();
        }
        text.append(text.isEmpty() ? "" : joint);
        if (cueStart != null) {
            cueOffsets.add(text.length());
            cueStarts.add(cueStart);
        }
        text.append(text.isEmpty() ? piece.stripLeading() : piece);
        weight += Weight.of(piece);
        if (Sentences.endsIn(text)) {
            endIfEnough();
        }
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** What follows does not belong to what was added so far, unless that is short. */
    void endIfEnough() {
        if (weight >= ENOUGH) {
            end();
        }
    }

    /** What follows does not belong to what was added so far. */
    void end() {
        var whole = text.toString().stripTrailing();
        if (!whole.isEmpty()) {
            done.add(new Stretch(whole, List.copyOf(cueOffsets), List.copyOf(cueStarts)));
        }
        text.setLength(0);
        cueOffsets.clear();
        cueStarts.clear();
        weight = 0;
    }

    List<Stretch> all() {
        end();
        return List.copyOf(done);
    }
}
