package academy.artisan.lms.bench.search;

import java.time.Duration;

import academy.artisan.lms.bench.Client;
import academy.artisan.lms.bench.Platform;

/** An index of the platform, as it and Elasticsearch see it. */
record Index(String name, Platform platform, Client elasticsearch) {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    String alias() {
        return "lms-" + name;
    }

    long count() {
        return elasticsearch.get("/" + alias() + "/_count").path("count").asLong();
    }

    /** Has the platform make it anew, and waits until it is asked in the place of the one before; answers seconds. */
    double rebuild() throws InterruptedException {
        var admin = platform.as("admin");
        var begun = System.nanoTime();
        var work = admin.create("/api/v1/search/rebuilds", "{\"index\":\"%s\"}".formatted(name));
        platform.await(PATIENCE, "the index of " + name, () -> isDone(admin, work));
        return (System.nanoTime() - begun) / 1e9;
    }

    private static boolean isDone(Client admin, String work) {
        return admin.get(work).path("state").asString().equals("ENDED");
    }
}
