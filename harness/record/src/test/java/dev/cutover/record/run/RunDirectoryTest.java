package dev.cutover.record.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    Path root;

    @Test
    void everythingLiesWhereWeSayItDoes() {
        RunDirectory run = new RunDirectory(root);
        assertThat(Stream.of(
                                run.plan(),
                                run.environment(),
                                run.manifest(),
                                run.journal(),
                                run.events(),
                                run.observed(),
                                run.observed("payments"),
                                run.logs(),
                                run.work(),
                                run.checksums(),
                                run.verdict(),
                                run.junit(),
                                run.summary(),
                                run.report())
                        .map(path -> root.relativize(path).toString()))
                .containsExactly(
                        "plan.yaml",
                        "environment.yaml",
                        "manifest.json",
                        "journal",
                        "events.jsonl",
                        "observed",
                        "observed/payments",
                        "logs",
                        "work",
                        "SHA256SUMS",
                        "verdict.json",
                        "junit.xml",
                        "summary.md",
                        "report.html");
    }

    @Test
    void aLinkOnTheWayOrInsideIsRefused() throws IOException {
        RunDirectory run = new RunDirectory(root);
        Files.createDirectories(run.observed("payments"));
        assertThat(run.withoutLinks(run.observed())).isEqualTo(run.observed());
        Path link = Files.createSymbolicLink(run.observed().resolve("link"), run.observed("payments"));
        assertThatIOException()
                .isThrownBy(() -> run.withoutLinks(run.observed()))
                .withMessageContaining("link is a symbolic link");
        assertThatIOException()
                .isThrownBy(() -> run.withoutLinks(link.resolve("effects.jsonl")))
                .withMessageContaining("link is a symbolic link");
    }
}
