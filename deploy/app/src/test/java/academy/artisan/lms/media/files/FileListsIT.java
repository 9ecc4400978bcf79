package academy.artisan.lms.media.files;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.Documents;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class FileListsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestWork work;

    private Academy academy;
    private Api author;

    @BeforeEach
    void people() {
        academy = new Academy(context);
        author = academy.author(0);
    }

    private static String path(JsonNode file) {
        return "/api/v1/files/" + file.path("fileId").asString();
    }

    @Test
    void filesOfAnotherGroupAreNotThere() {
        var file = academy.file(author, 0, "a.pdf", Documents.pdf(1, "a"));
        var stranger = academy.author(1);
        stranger.get(path(file)).expect(404);
        stranger.post(path(file) + "/completion").expect(404);
        stranger.delete(path(file)).expect(404);
        stranger.get("/api/v1/groups/%s/files".formatted(academy.group(0))).expect(404);
        stranger.post(
                        "/api/v1/files",
                        Map.of("groupId", academy.group(0).toString(), "fileName", "a.pdf", "sizeBytes", 1))
                .expect(403);
        academy.nobody().get(path(file)).expect(401);
    }

    @Test
    void listIsReadByPagesNewestFirst() {
        var own = academy.author(6);
        var names = List.of("1.pdf", "2.png", "3.pdf");
        names.forEach(name -> academy.file(
                own, 6, name, name.endsWith("pdf") ? Documents.pdf(1, "a") : Documents.picture("png", 9, 9)));
        academy.announce(own, 6, "unfinished.pdf", 5);
        var list = "/api/v1/groups/%s/files".formatted(academy.group(6));

        assertThat(names(own.get(list + "?type=PDF").expect(200))).containsExactly("3.pdf", "1.pdf");
        var first = own.get(list + "?limit=2").expect(200);
        assertThat(names(first)).containsExactly("3.pdf", "2.png");
        var second = own.get(list + "?limit=2&after=" + first.path("next").asString())
                .expect(200);
        assertThat(names(second)).containsExactly("1.pdf");
        assertThat(second.path("next").isNull() || second.path("next").isMissingNode())
                .isTrue();
        own.get(list + "?limit=0").expect(400);
        own.get(list + "?type=EXE").expect(400);
        own.get(list + "?after=nothing").expect(400);
    }

    @Test
    void listCostsTheSameHoweverLongItIs() {
        var own = academy.author(7);
        var list = "/api/v1/groups/%s/files".formatted(academy.group(7));
        academy.file(own, 7, "1.png", Documents.picture("png", 9, 9));
        var one = statements(own, list, 1);
        academy.file(own, 7, "2.png", Documents.picture("png", 9, 9));
        academy.file(own, 7, "3.png", Documents.picture("png", 9, 9));
        assertThat(statements(own, list, 3)).isEqualTo(one).isLessThanOrEqualTo(2);
    }

    private int statements(Api own, String list, int files) {
        work.reset();
        assertThat(names(own.get(list).expect(200))).hasSize(files);
        return work.counted().sqlStatements();
    }

    private static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(file -> file.path("fileName").asString())
                .toList();
    }
}
