package academy.artisan.lms.media.inspection;

/** What a look at the content of a file brought. */
public sealed interface Finding {

    /**
     * A document as its name says.
     *
     * @param pages pages, slides or sheets
     * @param characters that are read, white space apart; counted up to {@link Reading#MOST_CHARACTERS}
     */
    record Document(int pages, int characters) implements Finding {}

    /** A picture as its name says, with its size in pixels. */
    record Picture(int width, int height) implements Finding {}

    /** Something that must not be used. */
    record Unfit(Refusal refusal) implements Finding {}

    /** One line of text, for the way from one process to another. */
    default String line() {
        return switch (this) {
            case Document document -> "document %d %d".formatted(document.pages(), document.characters());
            case Picture picture -> "picture %d %d".formatted(picture.width(), picture.height());
            case Unfit unfit -> "unfit " + unfit.refusal();
        };
    }

    static Finding of(String line) {
        var words = line.split(" ", -1);
        return switch (words[0]) {
            case "document" -> new Document(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "picture" -> new Picture(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "unfit" -> new Unfit(Refusal.valueOf(words[1]));
            default -> throw new IllegalArgumentException("Not a finding: " + line);
        };
    }
}
