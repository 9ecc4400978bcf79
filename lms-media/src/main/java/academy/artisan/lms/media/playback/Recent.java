package academy.artisan.lms.media.playback;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Remembers what was asked for last; what is not there is asked for again each time. */
final class Recent<K, V> {

    private final Map<K, V> values;

    Recent(int size) {
        values = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > size;
            }
        });
    }

    Optional<V> find(K key, Function<K, Optional<V>> read) {
        return find(key, ignored -> true, read);
    }

    Optional<V> find(K key, Predicate<V> isFresh, Function<K, Optional<V>> read) {
        var remembered = Optional.ofNullable(values.get(key)).filter(isFresh);
        if (remembered.isPresent()) {
            return remembered;
        }
        var value = read.apply(key);
        value.ifPresent(found -> values.put(key, found));
        return value;
    }
}
