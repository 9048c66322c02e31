package dev.cutover.sync;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** A real PostgreSQL server: replication slots and origins are named per server, so each rig has its own. */
public final class TestPostgres implements AutoCloseable {
    private static final Path TEMPLATE = template();

    private final int port = freePort();
    private final Path home;
    private final Process server;

    public TestPostgres() throws IOException {
        home = Files.createTempDirectory("sync-test-postgres");
        run(List.of("cp", "-r", TEMPLATE.resolve("data").toString(), home.toString()));
        run(List.of("chmod", "700", home.resolve("data").toString()));
        server = new ProcessBuilder(asUser(TEMPLATE.resolve("bin/postgres") + " -D " + home.resolve("data") + " -p "
                        + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= "
                        + " -c wal_level=logical -c max_connections=100 -c max_active_replication_origins=20"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            DriverManager.getConnection(url("postgres")).close();
            return true;
        });
    }

    /** Creates a database of that name with the schema of the resource of that name, and answers its JDBC URL. */
    public String database(String name) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + "_system");
        }
        String url = url(name + "_system");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                InputStream sql = resource("/" + name + ".sql")) {
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
        return url;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.destroyForcibly();
        server.onExit().join();
        delete(home);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    private static Path template() {
        try {
            Path home = Files.createTempDirectory("sync-test-template");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            Path archive = home.resolve("postgres.txz");
            try (InputStream in = resource("/postgres-linux-x86_64.txz")) {
                Files.copy(in, archive);
            }
            run(List.of("tar", "-xJf", archive.toString(), "-C", home.toString()));
            run(asUser(home.resolve("bin/initdb") + " --no-sync -A trust -U postgres -D " + home.resolve("data")));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the ports that outgoing connections get: nobody takes it until its server has started. */
    static int freePort() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(TestPostgres::free)
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes a directory; what its last processes still write makes no difference. */
    static void delete(Path home) {
        try {
            new ProcessBuilder("rm", "-rf", home.toString()).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private static List<String> asUser(String command) {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(command.trim().split(" +", -1)));
        return words;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TestPostgres.class.getResourceAsStream(name), name);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command + " failed: " + output);
        }
    }
}
