package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.minio.MinioAsyncClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database and the object store of an installation that runs in a process of its own, looked at from outside. */
public record InstalledStores(Path data, int databasePort, int storePort, String bucket) {

    public static InstalledStores in(Path data) {
        var bucket = ForeignStore.isConfigured() ? ForeignStore.bucket("installed") : "lms-media";
        return new InstalledStores(data, Ports.free(), Ports.free(), bucket);
    }

    /** What the application has to be told, so that they are where they are looked for. */
    public Map<String, String> variables() {
        var variables = new HashMap<String, String>();
        if (ForeignStore.isConfigured()) {
            variables.putAll(ForeignStore.variables());
        }
        variables.put("LMS_POSTGRES_PORT", Integer.toString(databasePort));
        variables.put("LMS_S3_PORT", Integer.toString(storePort));
        variables.put("LMS_S3_BUCKET", bucket);
        return variables;
    }

    /** The same of an application that searches, but not for the test's sake: by a server that is there already. */
    public Map<String, String> variablesWithSharedSearch() {
        var variables = new HashMap<>(variables());
        variables.putAll(SharedStack.searchOf("installed-" + databasePort));
        return variables;
    }

    public JdbcClient database() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:%d/lms".formatted(databasePort),
                "lms",
                secrets().postgres()));
    }

    public MinioAsyncClient store() throws IOException {
        if (ForeignStore.isConfigured()) {
            return ForeignStore.client();
        }
        return MinioAsyncClient.builder()
                .endpoint("http://127.0.0.1:" + storePort)
                .credentials(secrets().objectStoreId(), secrets().objectStoreKey())
                .region("us-east-1")
                .build();
    }

    private Secrets secrets() throws IOException {
        return Secrets.in(data.resolve("secrets.properties"));
    }
}
