package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.scenarios.Cutover;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence is limited by what must be held of it, not by how large its files are. */
@Tag("slow")
class MemoryTest {
    private static final String HEAP = "-Xmx24m";
    private static final int BYTES = 48 << 20;

    @TempDir
    Path root;

    private RunDirectory run = new RunDirectory(Path.of("unset"));

    @BeforeEach
    void aRun() throws IOException {
        run = new RunDirectory(root);
        Files.createDirectories(run.observed());
        BareManifest.write(run);
    }

    @Test
    void aFileLargerThanTheMemoryIsReadWhereLittleIsHeldOfIt() throws Exception {
        lines("dead-letters.jsonl", i -> "{\"change\":\"" + "x".repeat(1_000) + "\"}");

        Ended check = check();

        assertThat(check.said()).contains("INCONCLUSIVE");
        assertThat(check.code()).isEqualTo(2);
    }

    @Test
    void whatCannotBeHeldIsAnErrorThatSaysWhatToDo() throws Exception {
        lines(
                "updates.jsonl",
                i -> "{\"sequence\":%d,\"key\":\"S%d\",\"text\":\"%s\",\"sentNs\":1}"
                        .formatted(i, i, "x".repeat(1_000)));

        Ended check = check();

        assertThat(check.said())
                .contains("cutover: out of memory", "JAVA_OPTS=-Xmx")
                .doesNotContain("\tat ");
        assertThat(check.code()).isEqualTo(ExitCode.TESTBED_ERROR);
        assertThat(run.verdict()).doesNotExist();
    }

    private record Ended(int code, String said) {}

    private Ended check() throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Cutover.class.getName(),
                        "check",
                        run.root().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(check.waitFor(), said);
    }

    private void lines(String file, IntFunction<String> line) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(run.observed().resolve(file))) {
            int written = 0;
            for (int i = 1; written < BYTES; i++) {
                String text = line.apply(i);
                out.append(text).append('\n');
                written += text.length() + 1;
            }
        }
    }
}
