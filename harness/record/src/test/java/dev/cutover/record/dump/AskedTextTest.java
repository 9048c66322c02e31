package dev.cutover.record.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedTextTest {

    @TempDir
    private Path observed;

    @Test
    void aLongOneIsKeptByItsHashOnBothSides() throws IOException {
        String longest = "ä".repeat(1_000);
        assertThat(AskedText.kept(longest)).isEqualTo(longest);
        String hash = AskedText.kept(longest + "b");
        assertThat(hash).matches("sha256:[0-9a-f]{64}").isNotEqualTo(AskedText.kept(longest + "c"));

        try (var table = new DumpWriter(observed, "old", "final").table(Section.ASKED, "texts", "operation", "text")) {
            table.row("7", longest + "b");
            table.row("8", null);
        }
        assertThat(Files.readString(observed.resolve("old-final.asked.texts.tsv")))
                .isEqualTo("operation\ttext\n7\t" + hash + "\n8\t\\N\n");
    }
}
