package academy.artisan.lms.bench.progress;

import java.util.UUID;

/** Somebody who has a lesson open. */
record Learner(UUID person, UUID enrolment, UUID course, UUID lesson, UUID playback) {

    /** The part of a Redis key that says where the learner's keys are. */
    String shard() {
        return "{s%04d}".formatted(Math.floorMod(person.hashCode(), 64));
    }
}
