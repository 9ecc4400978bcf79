package academy.artisan.lms.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told. */
@RestController
@RequestMapping("/api/v1/me/notices")
class NoticeController {

    /** @param text in the reader's language */
    record ToldNotice(
            NoticeId id,
            String kind,
            String text,
            String link,
            Instant createdAt,
            @Nullable Instant readAt) {}

    /** @param unread how many of all the caller's notices are not read yet */
    record ToldNotices(List<ToldNotice> items, @Nullable String next, int unread) {}

    /** See {@link Notices#text}. */
    private static final Pattern TEXT = Pattern.compile("\\{([a-z0-9-]+\\.[a-z0-9-]+)}");

    private final Inbox inbox;
    private final MessageSource messages;

    NoticeController(Inbox inbox, MessageSource messages) {
        this.inbox = inbox;
        this.messages = messages;
    }

    @GetMapping
    ToldNotices page(
            Caller caller,
            Locale locale,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var page = inbox.page(caller.personId(), unread, after, limit);
        var told = page.items().stream().map(notice -> told(notice, locale)).toList();
        return new ToldNotices(told, page.next(), inbox.unread(caller.personId()));
    }

    @PostMapping("/{noticeId}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Caller caller, @PathVariable NoticeId noticeId) {
        inbox.read(caller.personId(), noticeId);
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Caller caller) {
        inbox.readAll(caller.personId());
    }

    private ToldNotice told(Notice notice, Locale locale) {
        var arguments =
                notice.arguments().stream().map(NoticeController::argument).toArray();
        var text = messages.getMessage("notice." + notice.kind(), arguments, locale);
        return new ToldNotice(notice.id(), notice.kind(), text, notice.link(), notice.createdAt(), notice.readAt());
    }

    /** What only looks like the key of a text is told as it is. */
    private static Object argument(String argument) {
        var key = TEXT.matcher(argument);
        return key.matches() ? new DefaultMessageSourceResolvable(new String[] {key.group(1)}, argument) : argument;
    }
}
