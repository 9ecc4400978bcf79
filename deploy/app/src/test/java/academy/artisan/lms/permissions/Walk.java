package academy.artisan.lms.permissions;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.artisan.lms.testing.Api;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the question of a row to everybody, one after the other. Once somebody was let through, what is asked of is made
 * anew for the next, so that nobody is refused for what others did.
 */
record Walk(World world, Questions questions, ApiDocument document) {

    /** Whoever may do most is last: nothing is made anew after that. */
    private static final List<Who> IN_TURN = Stream.concat(
                    Stream.of(Who.PLAYER), Stream.of(Who.values()).filter(who -> who != Who.PLAYER))
            .toList();

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    Answers ask(PermissionTable.Row row) {
        var answers = new EnumMap<Who, Api.Answer>(Who.class);
        Question question = null;
        for (var who : IN_TURN) {
            var asked = question == null ? questions.of(row) : question;
            var answer = ask(row.operation(), asked, who);
            answers.put(who, answer);
            question = isUsedUp(row, answer) ? null : asked;
        }
        return new Answers(row, answers);
    }

    private static boolean isUsedUp(PermissionTable.Row row, Api.Answer answer) {
        return !row.operation().startsWith("GET ") && Verdict.isDone(answer.status());
    }

    private Api.Answer ask(String operation, Question question, Who who) {
        var words = operation.split(" ", 2);
        var caller = world.as(who);
        var token = Objects.requireNonNullElse(caller.token(), "none");
        var path = NAME.matcher(words[1])
                .replaceAll(name -> Objects.requireNonNullElseGet(
                        question.ids().get(name.group(1)), () -> world.id(name.group(1))));
        var query = question.query().isEmpty() ? "" : "?" + question.query().replace("{token}", token);
        return new Api(caller.address(), caller.token(), question.headers())
                .send(words[0], path + query, question.contentType(), body(operation, question, token));
    }

    private BodyPublisher body(String operation, Question question, String token) {
        var body = question.body() == null ? document.body(operation, world.ids()) : question.body();
        if (body == null) {
            return BodyPublishers.noBody();
        }
        var text = body instanceof String said ? said : JsonMapper.shared().writeValueAsString(body);
        return BodyPublishers.ofString(text.replace("{token}", token));
    }
}
