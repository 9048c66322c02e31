package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    @Test
    void nobodyElseMayLookIntoARun(@TempDir Path runs) throws IOException {
        RunDirectory run = Runs.create(runs, "notes", 7);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.root())))
                .isEqualTo("rwx------");
        assertThat(runs.resolve("latest").toRealPath()).isEqualTo(run.root());
    }
}
