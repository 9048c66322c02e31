package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void isTheOneOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(pom).contains("<version>" + Version.current() + "</version>");
        assertThat(Version.current()).containsPattern("^\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void isWhatTheCommandLineSays() {
        assertThat(new Version().getVersion()).containsExactly("cutover " + Version.current());
    }
}
