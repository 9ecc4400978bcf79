package academy.artisan.lms.search.passage;

import java.util.List;

import academy.artisan.lms.support.Problem;

/** Nothing was typed that could be searched for. */
class SearchTextNeeded extends Problem {

    SearchTextNeeded() {
        super(Kind.INVALID, "Passages are found by a text");
    }

    @Override
    public List<FieldError> errors() {
        return List.of(new FieldError("q", "NotBlank", "must not be blank"));
    }
}
