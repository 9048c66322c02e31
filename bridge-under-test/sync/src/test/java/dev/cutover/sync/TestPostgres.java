package dev.cutover.sync;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL server for all tests of this JVM. */
final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final TestPostgres ONLY = start();

    private final int port;

    private TestPostgres(int port) {
        this.port = port;
    }

    /** Creates a database with the schema of that resource, and answers its JDBC URL. */
    static String database(String schema) throws SQLException, IOException {
        String name = "t" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(ONLY.port, "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = url(ONLY.port, name);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                InputStream sql = TestPostgres.class.getResourceAsStream("/" + schema)) {
            statement.execute(new String(sql.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return url;
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    private static TestPostgres start() {
        try {
            Path home = Files.createTempDirectory("sync-test-postgres");
            Path archive = home.resolve("postgres.txz");
            try (InputStream in = TestPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
                Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
            }
            run(List.of("tar", "-xJf", archive.toString(), "-C", home.toString()));
            run(asUser(home.resolve("bin/initdb") + " --no-sync -A trust -U postgres -D " + home.resolve("data")));
            int port = freePort();
            Process server = new ProcessBuilder(asUser(home.resolve("bin/postgres") + " -D " + home.resolve("data")
                            + " -p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= "
                            + " -c wal_level=logical -c max_connections=200 -c max_replication_slots=40"
                            + " -c max_wal_senders=40 -c max_active_replication_origins=80"))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, home)));
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> {
                        DriverManager.getConnection(url(port, "postgres")).close();
                        return true;
                    });
            return new TestPostgres(port);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void delete(Path home) {
        try {
            run(List.of("rm", "-rf", home.toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void end(Process server, Path home) {
        server.destroy();
        try {
            if (!server.waitFor(3, java.util.concurrent.TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(home);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private static List<String> asUser(String command) {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(command.trim().split(" +")));
        return words;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command + " failed: " + output);
        }
    }
}
