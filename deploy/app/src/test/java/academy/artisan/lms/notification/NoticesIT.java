package academy.artisan.lms.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.NoSuchMessageException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class NoticesIT {

    private static final String INBOX = "/api/v1/me/notices";
    private static final String KIND = "group-joined";

    @Autowired
    ApplicationContext context;

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    private Academy academy;
    private Api reader;

    @BeforeEach
    void takeAFreshReader() {
        academy = new Academy(context);
        reader = academy.author(0);
    }

    @Test
    void aNoticeIsReadInTheLanguageOfTheReader() {
        tell("甲组");
        var chinese = reader.header("Accept-Language", "zh-CN").get(INBOX).expect(200);
        assertThat(chinese.at("/items/0/text").asString()).isEqualTo("您已加入甲组。");
        var english = reader.header("Accept-Language", "en").get(INBOX).expect(200);
        assertThat(english.at("/items/0/text").asString()).isEqualTo("You are a member of 甲组 now.");
        assertThat(english.at("/items/0/link").asString()).isEqualTo("/api/v1/groups");
    }

    @Test
    void theSameIsToldOnceAndOnlyToWhomItConcerns() {
        var other = academy.author(1);
        var people = List.of(Academy.idOf(reader), Academy.idOf(other), Academy.idOf(reader));
        tell(people, "k", "甲组");
        tell(people, "k", "乙组");
        assertThat(items(reader, "")).hasSize(1);
        assertThat(items(other, "")).hasSize(1);
        assertThat(items(academy.author(1), "")).isEmpty();
        tell(people, "another", "乙组");
        assertThat(items(reader, "")).hasSize(2);
    }

    @Test
    void whatIsUndoneIsNotToldAndNothingIsToldOutsideOfATransaction() {
        var people = List.of(Academy.idOf(reader));
        transaction.executeWithoutResult(status -> {
            notices.tell(people, KIND, "k", List.of("甲组"), "/api/v1/groups");
            status.setRollbackOnly();
        });
        assertThat(items(reader, "")).isEmpty();
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> notices.tell(people, KIND, "k", List.of("甲组"), "/api/v1/groups"));
    }

    @Test
    void aKindWithoutWordsIsRefusedBeforeAnybodyIsTold() {
        assertThatExceptionOfType(NoSuchMessageException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        ignored -> notices.tell(List.of(Academy.idOf(reader)), "no-words", "k", List.of(), "/")));
    }

    @Test
    void whatIsReadIsNoLongerUnread() {
        tell("甲组");
        tell("乙组");
        tell("丙组");
        var newest = reader.get(INBOX + "?unread=true").expect(200);
        assertThat(newest.path("unread").asInt()).isEqualTo(3);
        var path = INBOX + "/%s/read".formatted(newest.at("/items/0/id").asString());
        academy.author(0).post(path).expectProblem(404, "not-found");
        reader.post(path).expect(204);
        var readAt = items(reader, "").getFirst().path("readAt").asString();
        reader.post(path).expect(204);
        assertThat(items(reader, "").getFirst().path("readAt").asString()).isEqualTo(readAt);
        assertThat(items(reader, "?unread=true")).hasSize(2);
        reader.post(INBOX + "/read").expect(204);
        var afterwards = reader.get(INBOX + "?unread=true").expect(200);
        assertThat(afterwards.path("items").isEmpty()).isTrue();
        assertThat(afterwards.path("unread").asInt()).isZero();
        assertThat(items(reader, "")).hasSize(3);
    }

    @Test
    void pagesShowEveryNoticeOnceNewestFirst() {
        IntStream.range(0, 7).forEach(number -> tell("组" + number));
        List<String> texts = new ArrayList<>();
        var after = "";
        do {
            var page = reader.get(INBOX + "?limit=3" + after).expect(200);
            page.path("items").forEach(notice -> texts.add(notice.path("text").asString()));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(texts).hasSize(7).doesNotHaveDuplicates();
        assertThat(texts.getFirst()).contains("组6");
        assertThat(texts.getLast()).contains("组0");
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThat(reader.get(INBOX + "?after=nonsense")
                        .expectProblem(422, "invalid-fields")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("after");
        assertThat(reader.get(INBOX + "?unread=perhaps")
                        .expectProblem(400, "invalid-request")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("unread");
        reader.post(INBOX + "/1/read").expectProblem(404, "not-found");
        reader.post(INBOX + "/%s/read".formatted(UUID.randomUUID())).expectProblem(404, "not-found");
        academy.nobody().get(INBOX).expectProblem(401, "log-in-required");
    }

    private void tell(String group) {
        tell(List.of(Academy.idOf(reader)), group, group);
    }

    private void tell(List<PersonId> people, String key, String group) {
        transaction.executeWithoutResult(ignored -> notices.tell(people, KIND, key, List.of(group), "/api/v1/groups"));
    }

    private static List<JsonNode> items(Api person, String query) {
        return person.get(INBOX + query).expect(200).path("items").valueStream().toList();
    }
}
