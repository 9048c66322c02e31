package dev.cutover.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for all tests of this JVM, from binaries on the class path. */
public final class Postgres {
    // not started by the class initialiser, which other threads would wait for
    private static @Nullable Postgres running;

    private final int port;

    private Postgres(int port) {
        this.port = port;
    }

    /** The URL of a new, empty database. */
    public static String newDatabase(String name) {
        Postgres postgres = running();
        Jdbi.create(postgres.url("postgres")).useHandle(db -> db.execute("create database " + name));
        return postgres.url(name);
    }

    /** Where the server listens. */
    static int serverPort() {
        return running().port;
    }

    private static synchronized Postgres running() {
        Postgres postgres = running == null ? start() : running;
        running = postgres;
        return postgres;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    private static Postgres start() {
        try {
            Path home = Files.createTempDirectory("postgres");
            unpack(home);
            run(home, "bin/initdb -U postgres -A trust -E UTF8 --locale=C -N -D data".split(" "));
            Postgres postgres = new Postgres(freePort());
            String command = "bin/postgres -F -p " + postgres.port + " -k . -D data";
            Process server = process(home, command.split(" ")).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
            Jdbi jdbi = Jdbi.create(postgres.url("postgres"));
            Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
                jdbi.useHandle(db -> db.execute("select 1"));
                return true;
            });
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException("cannot start PostgreSQL", e);
        }
    }

    private static void unpack(Path home) throws IOException {
        Path archive = home.resolve("postgres.txz");
        try (InputStream in = Postgres.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            if (in == null) {
                throw new IOException("expected PostgreSQL's binaries for linux-x86_64 on the class path");
            }
            Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
        }
        run(home, "tar", "xJf", archive.toString());
    }

    private static void run(Path home, String... command) throws IOException {
        int code = process(home, command).start().onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    private static ProcessBuilder process(Path home, String... command) {
        List<String> full = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && command[0].startsWith("bin/")) {
            full.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        }
        full.add(command[0].startsWith("bin/") ? home.resolve(command[0]).toString() : command[0]);
        full.addAll(List.of(command).subList(1, command.length));
        return new ProcessBuilder(full)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("postgres.log").toFile());
    }

    private static void stop(Process server, Path home) {
        server.destroyForcibly().onExit().join(); // its files are thrown away anyway
        try (var paths = Files.walk(home)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + home);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
