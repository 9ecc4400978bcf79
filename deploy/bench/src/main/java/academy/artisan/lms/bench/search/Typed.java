package academy.artisan.lms.bench.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people type: words, their sound, slips, filters, nothing at all; and how they type it, letter by letter. */
record Typed(List<Subject> subjects) {

    private static final int WAYS = 12;

    /** Paths of searches, each way of typing as often as the others. */
    List<String> searches(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> search(subjects.get(number % subjects.size()), number, number % WAYS))
                .toList();
    }

    private static String search(Subject subject, int number, int way) {
        var term = subject.terms().get(number % subject.terms().size());
        return switch (way) {
            case 0 -> path(subject.name());
            case 1 -> path(subject.name() + "维护");
            case 2 -> path(term);
            case 3 -> path(subject.pinyin());
            case 4 -> path(subject.initials());
            case 5 -> path(slip(subject.pinyin()));
            case 6 -> path(wrong(subject.name()));
            case 7 -> path(mixed(subject));
            case 8 -> path(subject.name()) + "&level=" + encoded("中级");
            case 9 -> path("") + "&level=" + encoded("初级") + "&level=" + encoded("中级");
            case 10 -> path("安全") + "&tag=" + encoded(subject.name()) + "&minHours=1";
            default ->
                path(
                        subject.models().isEmpty()
                                ? term + " " + subject.name()
                                : subject.models().getFirst());
        };
    }

    static String path(String text) {
        return "/api/v1/search/courses?q=" + encoded(text);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Two letters in the wrong order. */
    private static String slip(String pinyin) {
        var at = pinyin.length() / 2;
        return pinyin.substring(0, at) + pinyin.charAt(at + 1) + pinyin.charAt(at) + pinyin.substring(at + 2);
    }

    private static String wrong(String name) {
        return name.charAt(0) + "机" + name.substring(2);
    }

    private static String mixed(Subject subject) {
        return subject.name().substring(0, 2)
                + String.join(
                        "", subject.syllables().subList(2, subject.syllables().size()));
    }

    /** All that stands in the field while somebody types names and terms, by characters, by sound, by initials. */
    List<String> beginnings() {
        var typed = new ArrayList<>(subjects.stream()
                .flatMap(subject -> Stream.concat(
                        Stream.of(subject.name(), subject.pinyin(), subject.initials()), subject.terms().stream()))
                .flatMap(text -> IntStream.rangeClosed(1, text.length()).mapToObj(end -> text.substring(0, end)))
                .distinct()
                .toList());
        Collections.shuffle(typed, new Random(1));
        return typed;
    }

    /** What people remember of what they read. */
    List<String> said() {
        return subjects.stream()
                .flatMap(subject ->
                        subject.terms().stream().flatMap(term -> Stream.of(term, subject.name() + term, term + "的误差")))
                .toList();
    }
}
