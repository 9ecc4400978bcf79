package academy.artisan.lms.authoring.exchange;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * One reason why an archive is refused, as it is stored.
 *
 * @param code a word in kebab case
 * @param subject the entry, field or id that it is about
 * @param detail the key of a text that says more
 */
record Flaw(String code, @Nullable String subject, @Nullable String detail) {

    static Flaw of(String code) {
        return new Flaw(code, null, null);
    }

    static Flaw of(String code, Object subject) {
        return new Flaw(code, shortened(subject.toString()), null);
    }

    static Flaw of(String code, String subject, String detail) {
        return new Flaw(code, shortened(subject), shortened(detail));
    }

    /** Names come from outside: no longer than people read, and nothing that does not show. */
    private static String shortened(String name) {
        var shown = name.codePoints()
                .map(point -> isShown(point) ? point : '?')
                .limit(150)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return shown.toString();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** In the language of whoever reads it. */
    String text(MessageSource messages, Locale locale) {
        var more = detail == null ? "" : messages.getMessage(detail, null, detail, locale);
        var subjectOrNone = subject == null ? "" : subject;
        return messages.getMessage(
                "archive-flaw." + code, new Object[] {subjectOrNone, more == null ? "" : more}, locale);
    }
}
