package academy.artisan.lms.search.judged;

import java.util.regex.Pattern;

/** How near models are to each other: S7-1500 to S7-1200. */
final class Models {

    private static final Pattern SERIES = Pattern.compile("[^\\d\\s-]+\\d?(?=[-\\s])|[^\\d\\s-]+");

    private Models() {}

    static Nearness nearness(String wanted, Facts facts) {
        var model = facts.model();
        if (model != null && isOf(wanted, model)) {
            return Nearness.SAME;
        }
        boolean isRelated = facts.subject().models().stream().anyMatch(sister -> isOf(wanted, sister));
        if (!isRelated) {
            return Nearness.FAR;
        }
        return model != null && seriesOf(model).equals(seriesOf(wanted)) ? Nearness.TOUCHING : Nearness.NEIGHBOURING;
    }

    /** Whether a number is the wanted one, or begins with the wanted maker or series. */
    private static boolean isOf(String wanted, String model) {
        return model.equals(wanted) || model.startsWith(wanted + " ") || model.startsWith(wanted + "-");
    }

    /** What the numbers of a series begin with: the S7 of S7-1200, the FX of FX5U. */
    static String seriesOf(String model) {
        var series = SERIES.matcher(model);
        return series.lookingAt() ? series.group() : model;
    }
}
