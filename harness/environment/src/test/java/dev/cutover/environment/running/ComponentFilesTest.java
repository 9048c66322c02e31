package dev.cutover.environment.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentFilesTest {
    @TempDir
    Path directory;

    private ComponentFiles files;

    @BeforeEach
    void write() throws IOException {
        Path template = Files.writeString(
                directory.resolve("template"),
                "listen ${port http}; # $host ${remote_addr} ${mode} ${percent}/${old-percent}");
        var placeholders = new Placeholders("edge", Map.of("port http", "8080"));
        files = new ComponentFiles(Map.of("conf/edge.conf", template), placeholders, directory.resolve("work"));
    }

    @Test
    void leavesToALanguageWhatIsItsOwn() throws IOException {
        files.writeFirst();

        assertThat(directory.resolve("work/conf/edge.conf"))
                .hasContent("listen 8080; # $host ${remote_addr} old 0/100");
    }

    @Test
    void writesAgainWithWhatTheControlSays() throws IOException {
        files.writeFirst();
        files.write("conf/edge.conf", Map.of("mode", "split", "percent", "25", "old-percent", "75"));

        assertThat(directory.resolve("work/conf/edge.conf"))
                .hasContent("listen 8080; # $host ${remote_addr} split 25/75");
        assertThat(directory.resolve("work/conf")).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void namesTheFilesThereAre() {
        assertThatThrownBy(() -> files.write("conf/edge.cnf", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("component 'edge' has no file 'conf/edge.cnf', did you mean 'conf/edge.conf'?");
    }
}
