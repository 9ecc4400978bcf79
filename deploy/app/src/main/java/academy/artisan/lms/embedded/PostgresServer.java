package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.util.FileSystemUtils;

/** PostgreSQL with a cluster of its own, owned by the application's user, who logs in by password. */
class PostgresServer implements Server {

    private static final String USER = "lms";
    private static final String DATABASE = "lms";
    private static final String STATE_PASSWORD_REFUSED = "28P01";

    private final DataFolder folder;
    private final Launcher launcher;
    private final int port;
    private final String password;
    private final Path cluster;

    PostgresServer(DataFolder folder, Launcher launcher, int port, String password) {
        this.folder = folder;
        this.launcher = launcher;
        this.port = port;
        this.password = password;
        this.cluster = folder.file("postgres");
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<String> prepare() throws IOException, InterruptedException {
        var programs = new Binaries(folder.folder("bin"))
                .archive(Platform.current().postgresArchive())
                .resolve("bin");
        if (!Files.exists(cluster)) {
            initialize(programs.resolve("initdb"));
        }
        return List.of(
                programs.resolve("postgres").toString(),
                "-D",
                cluster.toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
    }

    private void initialize(Path initdb) throws IOException, InterruptedException {
        var partial = folder.file("postgres.partial");
        FileSystemUtils.deleteRecursively(partial);
        var passwordFile = folder.file("run/postgres.password");
        OwnerOnly.write(passwordFile, password);
        var command = new ArrayList<>(launcher.notRoot());
        command.addAll(List.of(
                initdb.toString(),
                "--pgdata=" + partial,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums"));
        Launcher.run("Setting up PostgreSQL in " + cluster, command);
        Files.delete(passwordFile);
        Files.move(partial, cluster);
    }

    @Override
    public Map<String, String> environment() {
        return LargePages.OF_OTHERS;
    }

    @Override
    public boolean answers() {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password)) {
            createDatabase(connection);
            return true;
        } catch (SQLException notYet) {
            if (STATE_PASSWORD_REFUSED.equals(notYet.getSQLState())) {
                throw new StackCannotStart(
                        "PostgreSQL in %s was set up with another password than the one in %s: restore that file"
                                .formatted(cluster, folder.file("secrets.properties")),
                        notYet);
            }
            return false;
        }
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '%s'".formatted(DATABASE))
                    .next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url(DATABASE),
                "spring.datasource.username", USER,
                "spring.datasource.password", password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** A fast shutdown: open transactions are rolled back instead of waited for. */
    @Override
    public String endSignal() {
        return "INT";
    }

    @Override
    public boolean refusesRoot() {
        return true;
    }
}
