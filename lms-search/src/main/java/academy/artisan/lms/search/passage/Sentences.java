package academy.artisan.lms.search.passage;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text at the ends of its sentences. A sentence that is too long is cut behind a comma or a space, and where
 * there is none, between any two characters.
 */
final class Sentences {

    private static final String ENDS = "。！？!?.…；;";
    private static final String CLOSING = "”’\"')）】》」』";
    private static final String PAUSES = "，、,；;：: ";

    private final String text;
    private final int most;
    private final List<String> pieces = new ArrayList<>();

    private Sentences(String text, int most) {
        this.text = text;
        this.most = most;
    }

    /** @param most what a piece may weigh; all pieces together are the text */
    static List<String> of(String text, int most) {
        var cutting = new Sentences(text, most);
        var sentences = BreakIterator.getSentenceInstance(Locale.CHINESE);
        sentences.setText(text);
        var begin = sentences.first();
        for (var end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            cutting.cut(begin, end);
            begin = end;
        }
        return cutting.pieces;
    }

    /** Whether a sentence is over at the end of this text. */
    static boolean endsIn(CharSequence text) {
        var last = text.length() - 1;
        while (last >= 0 && (Character.isWhitespace(text.charAt(last)) || CLOSING.indexOf(text.charAt(last)) >= 0)) {
            last--;
        }
        return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
    }

    private void cut(int from, int to) {
        var begin = from;
        while (begin < to) {
            var end = endOfPiece(begin, to);
            pieces.add(text.substring(begin, end));
            begin = end;
        }
    }

    private int endOfPiece(int begin, int to) {
        var weight = 0;
        var pause = begin;
        for (var at = begin; at < to; ) {
            var point = text.codePointAt(at);
            weight += Weight.of(point);
            if (weight > most) {
                return pause > begin ? pause : at;
            }
            at += Character.charCount(point);
            pause = PAUSES.indexOf(point) >= 0 ? at : pause;
        }
        return to;
    }
}
