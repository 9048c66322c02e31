package dev.cutover.record.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds docs/run-directory.md equal to the types; {@code -Dupdate.docs=true} writes the tables again. */
class RunDirectoryDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/run-directory.md");

    @ParameterizedTest
    @CsvSource({"events", "manifest", "verdict", "hazards"})
    void theTableIsWhatTheTypesSay(String table) throws IOException {
        String begin = "<!-- generated: " + table + " -->\n";
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(begin);
        int to = document.indexOf("<!-- end -->", from);
        assertThat(from).as("%s has %s", DOCUMENT, begin).isNotNegative();
        assertThat(to).as("an end after %s", begin).isGreaterThan(from);
        String expected = begin + markdown(table);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, document.substring(0, from) + expected + document.substring(to));
            return;
        }
        assertThat(document.substring(from, to))
                .as("docs/run-directory.md; run this test with -Dupdate.docs=true to write it again")
                .isEqualTo(expected);
    }

    private static String markdown(String table) {
        return switch (table) {
            case "events" -> EventTable.markdown();
            case "manifest" -> FieldTable.markdown(Manifest.class);
            case "verdict" -> FieldTable.markdown(VerdictReport.class);
            case "hazards" ->
                Arrays.stream(Hazard.values())
                        .map(hazard -> "| `" + hazard.text() + "` | " + hazard.says() + " |")
                        .collect(Collectors.joining("\n", "| hazard | counted are |\n|---|---|\n", "\n"));
            default -> throw new IllegalArgumentException(table);
        };
    }
}
