package academy.artisan.lms.progress.inflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import org.springframework.core.io.ClassPathResource;
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
    List<Object> run(RedisScriptingAsyncCommands<byte[], byte[]> redis, List<String> keys, Object... arguments) {
        var names = bytes(keys.toArray());
        var values = bytes(arguments);
        try {
            return answer(redis.evalsha(sha, ScriptOutputType.MULTI, names, values));
        } catch (RedisNoScriptException unknown) {
            return answer(redis.eval(text, ScriptOutputType.MULTI, names, values));
        }
    }

    /**
     * Waits as long as it takes: the client ends a command that gets no answer in time, and waiting for a time of its
     * own costs a virtual thread a tenth of all that a heartbeat takes.
     */
    private static List<Object> answer(RedisFuture<List<Object>> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RedisException failure ? failure : new RedisException(failed.getCause());
        } catch (CancellationException closed) {
            throw new RedisException(closed);
        }
    }

    private static byte[][] bytes(Object... arguments) {
        var bytes = new byte[arguments.length][];
        for (var i = 0; i < arguments.length; i++) {
            bytes[i] = arguments[i] instanceof byte[] raw
                    ? raw
                    : arguments[i].toString().getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}
