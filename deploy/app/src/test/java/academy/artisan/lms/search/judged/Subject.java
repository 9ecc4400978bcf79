package academy.artisan.lms.search.judged;

import java.util.List;

/**
 * What a course is about: a trade, a machine, a process, a craft.
 *
 * @param kindOf wider subjects: who asks for one of them means this one as well
 * @param touches subjects that a course on this one has something to say about
 * @param aliases what else it is called
 * @param terms what its lessons speak of
 * @param models machines, materials, programs and standards by their numbers
 */
record Subject(
        String name,
        Sort sort,
        String field,
        String group,
        List<String> kindOf,
        List<String> touches,
        List<String> aliases,
        List<String> terms,
        List<String> models) {

    static Subject of(String line, String field, String group) {
        var cells = Lines.cells(line);
        return new Subject(
                cells.get(0),
                Sort.valueOf(cells.get(1)),
                field,
                group,
                Lines.values(cells.get(2), ","),
                Lines.values(cells.get(3), ","),
                Lines.values(cells.get(4), ","),
                Lines.values(cells.get(5), ","),
                Lines.values(cells.get(6), ","));
    }
}
