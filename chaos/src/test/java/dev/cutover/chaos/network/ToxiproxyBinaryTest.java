package dev.cutover.chaos.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToxiproxyBinaryTest {

    @TempDir
    Path home;

    @Test
    void prefersThePathToTheCache() throws IOException {
        Path onPath = executable(home.resolve("bin/toxiproxy-server"));
        executable(home.resolve(".cutover/cache/bin/toxiproxy-server"));

        assertThat(new ToxiproxyBinary(home, "/nowhere:" + onPath.getParent()).find())
                .isEqualTo(onPath);
    }

    @Test
    void takesTheCachedOne() throws IOException {
        Path cached = executable(home.resolve(".cutover/cache/bin/toxiproxy-server"));

        assertThat(new ToxiproxyBinary(home, "/nowhere").find()).isEqualTo(cached);
    }

    @Test
    void saysWhatToInstallWhenThereIsNoWay() {
        assertThatThrownBy(() -> new ToxiproxyBinary(home, "/nowhere").find())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("install Toxiproxy 2.12 (or Go 1.23 or newer)");
    }

    @Test
    void movesWhatGoBuiltIntoTheCache() throws IOException {
        Path go = executable(home.resolve("go/go"));
        Files.writeString(
                go,
                "#!/bin/sh\n[ \"$2\" = " + GoBuild.MODULE
                        + " ] && echo built > \"$GOBIN/server\" && chmod +x \"$GOBIN/server\"\n");

        Path built = new ToxiproxyBinary(home, go.getParent() + ":/usr/bin:/bin").find();

        assertThat(built).hasContent("built");
        assertThat(built.getParent())
                .isDirectoryNotContaining(p -> p.getFileName().toString().startsWith("build-"));
    }

    @Test
    void showsWhatGoSaidWhenItFailed() throws IOException {
        Path go = executable(home.resolve("go/go"));
        Files.writeString(go, "#!/bin/sh\necho no network; exit 1\n");

        assertThatThrownBy(() -> new ToxiproxyBinary(home, home.resolve("go").toString()).find())
                .rootCause()
                .hasMessageContaining("no network");
    }

    private static Path executable(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        return file;
    }
}
