package academy.artisan.lms.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.Ids;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what concerns them; each reads it in the own language. */
@Service
public class Notices {

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    Notices(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** An argument that is a text of the message bundles itself, so that it too is in the reader's language. */
    public static String text(String key) {
        return "{%s}".formatted(key);
    }

    /**
     * Tells all of these people, within the transaction of what has happened.
     *
     * @param kind a word in kebab case; the text stands under {@code notice.<kind>} in the message bundles
     * @param key what it is about: whoever was told of the same kind and key before is not told again
     * @param arguments what is filled into the text, in order
     * @param link the API path of what it is about
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<PersonId> people, String kind, String key, List<String> arguments, String link) {
        messages.getMessage("notice." + kind, arguments.toArray(), Locale.ROOT);
        var recipients = people.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
        var ids = Stream.generate(Ids::next).limit(recipients.length).toArray(UUID[]::new);
        jdbc.sql("""
                insert into notification.notice (notice_id, person_id, kind, key, arguments, link, created_at)
                select id, person, :kind, :key, :arguments::jsonb, :link, :now
                from unnest(:ids::uuid[], :people::uuid[]) as told (id, person)
                on conflict (person_id, kind, key) do nothing
                """)
                .param("ids", ids)
                .param("people", recipients)
                .param("kind", kind)
                .param("key", key)
                .param("arguments", CanonicalJson.write(arguments))
                .param("link", link)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
