package dev.cutover.record.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client may act on an acknowledgement the instant it has it, so the journal must hold it by then, whatever dies. */
@Tag("slow")
class JournalCrashTest {
    private static final int ENOUGH = 20_000;

    @TempDir
    Path directory;

    @Test
    void killingTheWriterLosesNoAcknowledgedOperation() throws Exception {
        Path file = directory.resolve("injector-1.slots");
        long acknowledged = runAndKill(file);

        assertThat(acknowledged).isGreaterThanOrEqualTo(ENOUGH);
        try (JournalReader reader = JournalReader.open(file)) {
            assertThat(reader.size()).isGreaterThanOrEqualTo(acknowledged);
            for (long slot = 0; slot < acknowledged; slot++) {
                assertThat(reader.outcome(slot)).isEqualTo(Outcome.OK);
                assertThat(reader.operationId(slot)).isEqualTo(slot + 1);
                assertThat(reader.subject(slot)).isEqualTo(slot + 1);
            }
        }
    }

    private static long runAndKill(Path file) throws IOException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader acknowledgements =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            long last = 0;
            while (last < ENOUGH) {
                last = id(acknowledgements.readLine(), last);
            }
            // The handle's kill leaves the pipe open: what still lies in it was acknowledged too.
            writer.toHandle().destroyForcibly();
            for (String line = complete(acknowledgements); line != null; line = complete(acknowledgements)) {
                last = id(line, last);
            }
            return last;
        } finally {
            writer.destroyForcibly();
        }
    }

    private static long id(@Nullable String line, long last) {
        assertThat(line).as("the writer died by itself after %s", last).isNotNull();
        return line == null ? last : Long.parseLong(line, 16);
    }

    /** Lines have a fixed width; a shorter one was torn by the kill. */
    private static @Nullable String complete(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        return line == null || line.length() < 16 ? null : line;
    }

    /** Writes operations and acknowledges each on standard output, until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            try (Journal journal = Journal.open(Path.of(args[0]))) {
                for (long id = 1; id < 10_000_000; id++) {
                    long slot = journal.invoke(1, (byte) 0, 1, id, id);
                    journal.complete(slot, Outcome.OK, 1, (short) 0, 1, ServedBy.OLD.code());
                    System.out.printf("%016x%n", id);
                }
            }
        }
    }
}
