package academy.artisan.lms.support;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** Makes UUIDv7 identifiers (RFC 9562): unique without coordination and sorted by time of creation. */
public final class Ids {

    /** Smaller than every id: where whoever reads all of them begins. */
    public static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
