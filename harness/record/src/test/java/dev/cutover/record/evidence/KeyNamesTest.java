package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.KeyNames;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.run.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keys that have texts of their own: their numbers are the lines of a file, and without it no dump can be read. */
class KeyNamesTest extends SavedRun {

    private void named(String... lines) throws IOException {
        String manifest = Files.readString(run.manifest());
        assertThat(manifest).contains("\"keysNamed\" : false");
        Files.writeString(run.manifest(), manifest.replace("\"keysNamed\" : false", "\"keysNamed\" : true"));
        if (lines.length > 0) {
            Files.writeString(keys(), String.join("\n", lines) + "\n");
        }
        Checksums.write(run);
    }

    private Path keys() {
        return run.journal().resolve("keys.tsv");
    }

    private StateDump dump() {
        return EvidenceReader.read(run).dump("old", "final").orElseThrow();
    }

    private long key() {
        StateDump dump = dump();
        assertThat(dump.complete()).as(dump.reason()).isTrue();
        return dump.applied().values().iterator().next().key(0);
    }

    @Test
    void aKeysNumberIsItsLine() throws IOException {
        named("key\tpartner", "5\t7", "7\t5");
        assertThat(key()).isEqualTo(2);
    }

    @Test
    void aTextThatIsNoKeyIsNobodys() throws IOException {
        named("key", "5");
        assertThat(key()).isNegative();
    }

    @Test
    void withoutTheFileNoDumpIsRead() throws IOException {
        named();
        assertIncomplete("the keys of the load cannot be read from journal/keys.tsv");
    }

    @Test
    void aFileThatWasChangedIsNotBelieved() throws IOException {
        named("key", "5", "7");
        Files.writeString(keys(), "key\n7\n");
        assertIncomplete("journal/keys.tsv was changed after the run ended");
        Files.delete(run.checksums());
        assertIncomplete("no checksums");
    }

    @Test
    void plainKeysAreTheirOwnNumbersAndOthersDiffer() {
        KeyNames plain = KeyNames.plain();
        assertThat(plain.number("7")).isEqualTo(7);
        assertThat(plain.number("a")).isEqualTo(plain.number("a")).isNotEqualTo(plain.number("b"));
        assertThat(plain.number("a")).isLessThan(-1_000_000_000_000_000_000L);
        assertThat(plain.number("b")).isLessThan(-1_000_000_000_000_000_000L);
    }
}
