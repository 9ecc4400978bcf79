package academy.artisan.lms.progress.inflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.script.RedisScript;

/** A script of ours that answers a list; called by its SHA, and sent whole only to a server that does not know it. */
public final class LuaScript {

    private final byte[] text;
    private final String sha;

    public LuaScript(String name) {
        try {
            text = new ClassPathResource("progress/%s.lua".formatted(name)).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        sha = RedisScript.of(new String(text, StandardCharsets.UTF_8)).getSha1();
    }

    /** The name by which a server that was sent the script knows it. */
    public String sha() {
        return sha;
    }

    /** Runs on the server that holds the keys. An argument is a byte array, or anything whose text is meant. */
    List<Object> run(RedisConnection connection, List<String> keys, Object... arguments) {
        var keysAndArguments = new byte[keys.size() + arguments.length][];
        for (var i = 0; i < keys.size(); i++) {
            keysAndArguments[i] = bytes(keys.get(i));
        }
        for (var i = 0; i < arguments.length; i++) {
            keysAndArguments[keys.size() + i] = bytes(arguments[i]);
        }
        try {
            return answer(connection.scriptingCommands().evalSha(sha, ReturnType.MULTI, keys.size(), keysAndArguments));
        } catch (RedisSystemException failure) {
            if (!String.valueOf(failure.getMostSpecificCause().getMessage()).startsWith("NOSCRIPT")) {
                throw failure;
            }
            return answer(connection.scriptingCommands().eval(text, ReturnType.MULTI, keys.size(), keysAndArguments));
        }
    }

    private static List<Object> answer(@Nullable List<Object> answer) {
        return answer == null ? List.of() : answer;
    }

    private static byte[] bytes(Object argument) {
        return argument instanceof byte[] raw ? raw : argument.toString().getBytes(StandardCharsets.UTF_8);
    }
}
