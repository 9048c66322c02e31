package dev.cutover.record.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalControlTest {
    @TempDir
    Path directory;

    @Test
    void wordsSetThroughOneMappingAreSeenThroughAnother() throws IOException {
        Path file = directory.resolve("injector-1.slots");
        JournalControl harness = JournalControl.open(file);
        try (Journal journal = Journal.open(file)) {
            assertThat(journal.control().stop()).isFalse();
            harness.phase(5);
            harness.faultMask(0x80000001);
            harness.startNs(123_456_789_012L);
            harness.stop(true);
            assertThat(journal.control().phase()).isEqualTo(5);
            assertThat(journal.control().faultMask()).isEqualTo(0x80000001);
            assertThat(journal.control().startNs()).isEqualTo(123_456_789_012L);
            assertThat(journal.control().stop()).isTrue();
        }
    }

    @Test
    void aPhaseFitsIntoAByte() throws IOException {
        JournalControl control = JournalControl.open(directory.resolve("injector-1.slots"));
        for (int phase : new int[] {127, 0}) {
            control.phase(phase);
            assertThat(control.phase()).isEqualTo(phase);
        }
        for (int phase : new int[] {128, -1}) {
            assertThatThrownBy(() -> control.phase(phase)).hasMessageContaining("0 … 127");
        }
    }
}
