package dev.cutover.chaos.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ToxiproxyBinaryTest {

    private static final Release UNREACHABLE = new Release(URI.create("http://127.0.0.1:9/none"), "");
    private static final String SHA256_OF_RELEASED = "d29eae1372c396247daf62745d10c3513eb46f9f232b4527e0f5298e5dca5cd0";

    private static final String CACHE = "cache";

    @TempDir
    Path home;

    @Test
    void prefersThePathToTheCache() throws IOException {
        Path onPath = executable(home.resolve("bin/toxiproxy-server"));
        executable(home.resolve(CACHE).resolve("bin/toxiproxy-server"));

        assertThat(binary("/nowhere:" + onPath.getParent(), UNREACHABLE).find()).isEqualTo(onPath);
    }

    @Test
    void takesTheCachedOne() throws IOException {
        Path cached = executable(home.resolve(CACHE).resolve("bin/toxiproxy-server"));

        assertThat(binary("/nowhere", UNREACHABLE).find()).isEqualTo(cached);
    }

    @Test
    void leavesAsideWhatOnThePathIsOfAnotherVersion() throws IOException {
        Path onPath = executable(home.resolve("bin/toxiproxy-server"));
        Files.writeString(onPath, "#!/bin/sh\necho toxiproxy-server version 2.9.0\n");
        Path cached = executable(home.resolve(CACHE).resolve("bin/toxiproxy-server"));

        assertThat(binary(onPath.getParent() + ":/nowhere", UNREACHABLE).find()).isEqualTo(cached);
    }

    @Test
    void replacesACachedOneOfAnotherVersion() throws IOException {
        Path cached = executable(home.resolve(CACHE).resolve("bin/toxiproxy-server"));
        Files.writeString(cached, "#!/bin/sh\necho toxiproxy-server version git\n");

        assertThat(withRelease(SHA256_OF_RELEASED)).isEqualTo(cached).hasContent("released");
    }

    @Test
    void saysWhatToInstallWhenThereIsNoWay() {
        assertThatThrownBy(() -> binary("/nowhere", UNREACHABLE).find())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("install Toxiproxy 2.12 (or Go 1.23 or newer)");
    }

    @Test
    void fetchesTheRelease() throws IOException {
        Path fetched = withRelease(SHA256_OF_RELEASED);

        assertThat(fetched).hasContent("released").isExecutable();
    }

    @Test
    void refusesAReleaseWithAnotherChecksumAndBuildsNoneInItsPlace() throws IOException {
        executable(home.resolve("go/go"));

        assertThatThrownBy(() -> withRelease("00".repeat(32)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("should have the SHA-256 0000")
                .hasMessageContaining(SHA256_OF_RELEASED);
        assertThat(home.resolve(CACHE).resolve("bin"))
                .isDirectoryNotContaining(file -> !file.toString().endsWith(".lock"));
    }

    @Test
    void movesWhatGoBuiltIntoTheCache() throws IOException {
        Path go = executable(home.resolve("go/go"));
        Files.writeString(
                go,
                "#!/bin/sh\n[ \"$4\" = " + GoBuild.PROGRAM
                        + " ] && echo built > \"$GOBIN/server\" && chmod +x \"$GOBIN/server\"\n");

        Path built = binary(go.getParent() + ":/usr/bin:/bin", UNREACHABLE).find();

        assertThat(built).hasContent("built");
        assertThat(built.getParent())
                .isDirectoryNotContaining(p -> p.getFileName().toString().startsWith("build-"));
    }

    @Test
    void showsWhatGoSaidWhenItFailed() throws IOException {
        Path go = executable(home.resolve("go/go"));
        Files.writeString(go, "#!/bin/sh\necho no network; exit 1\n");

        assertThatThrownBy(
                        () -> binary(home.resolve("go").toString(), UNREACHABLE).find())
                .rootCause()
                .hasMessageContaining("no network");
    }

    private Path withRelease(String sha256) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write("released".getBytes(StandardCharsets.US_ASCII));
            }
        });
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/toxiproxy-server");
            return binary(home.resolve("go").toString(), new Release(uri, sha256))
                    .find();
        } finally {
            server.stop(0);
        }
    }

    private ToxiproxyBinary binary(String searchPath, Release release) {
        return new ToxiproxyBinary(home.resolve(CACHE), searchPath, release);
    }

    private static Path executable(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(file, "#!/bin/sh\n[ \"$1\" = -version ] && echo toxiproxy-server version 2.12.0\n");
        return file;
    }
}
