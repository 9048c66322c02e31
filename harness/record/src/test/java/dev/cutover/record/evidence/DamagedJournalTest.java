package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a run that was killed, so that no checksums of files say what was changed. */
class DamagedJournalTest extends SavedRun {
    private static final int HEADER = 4_096;
    private static final int SLOT = 64;
    private static final int CLAIMED_AT = 192;
    private static final int STATE_BYTES = 8;
    private static final int INTENT_BYTES = 46;
    /** Meets every bit of a byte in turn. */
    private static final int STRIDE = 3;

    @BeforeEach
    void theRunWasKilled() throws IOException {
        Files.delete(run.checksums());
    }

    @Test
    void oneBitOfASlotDamagesThatSlotAndNoOther() throws IOException {
        for (int bit = 0; bit < 8 * SLOT; bit += STRIDE) {
            flip(HEADER, bit);
            Evidence evidence = EvidenceReader.read(run);
            assertThat(evidence.damage().get(EvidencePart.JOURNAL))
                    .as("bit %d", bit)
                    .isEqualTo(
                            "injector-1.slots has 2 slots, of which 1 are damaged or were never written; the first is slot 0");
            assertThat(evidence.history().size()).isEqualTo(1);
            assertThat(evidence.history().id(0)).isEqualTo(12);
            flip(HEADER, bit);
        }
        assertThat(EvidenceReader.read(run).has(EvidencePart.JOURNAL)).isTrue();
    }

    @Test
    void whatAKilledClientBeganToWriteOfAnAnswerIsNoDamage() throws IOException {
        for (int bit = 0; bit < 8 * SLOT; bit += STRIDE) {
            flip(HEADER + SLOT, bit);
            Evidence evidence = EvidenceReader.read(run);
            boolean vouchedFor = bit < 8 * INTENT_BYTES;
            assertThat(evidence.has(EvidencePart.JOURNAL)).as("bit %d", bit).isEqualTo(!vouchedFor);
            if (!vouchedFor) {
                assertThat(evidence.history().unknown(1)).isTrue();
                assertThat(evidence.history().operation(1).endedNs()).isEqualTo(Long.MAX_VALUE);
            }
            flip(HEADER + SLOT, bit);
        }
    }

    @Test
    void aSlotAtAnotherPlaceIsDamaged() throws IOException {
        write(HEADER + SLOT, read(HEADER, SLOT));
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.JOURNAL)).contains("the first is slot 1");
    }

    @Test
    void aSlotThatWasLostIsDamage() throws IOException {
        write(HEADER, new byte[SLOT]);
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.JOURNAL)).contains("the first is slot 0");
    }

    @Test
    void aHeaderThatKnowsOfLessOrMoreIsDamaged() throws IOException {
        write(CLAIMED_AT, new byte[] {1});
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.JOURNAL))
                .isEqualTo("injector-1.slots has slots beyond the 1 that its header says were claimed");
        write(CLAIMED_AT, new byte[] {3});
        assertThat(EvidenceReader.read(run).damage().get(EvidencePart.JOURNAL)).contains("the first is slot 2");
        write(CLAIMED_AT + STATE_BYTES - 1, new byte[] {-1});
        assertThat(EvidenceReader.read(run).has(EvidencePart.JOURNAL)).isFalse();
    }

    private void flip(long at, int bit) throws IOException {
        byte[] one = read(at + bit / 8, 1);
        one[0] ^= (byte) (1 << (bit % 8));
        write(at + bit / 8, one);
    }

    private byte[] read(long at, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(journal())) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            channel.read(bytes, at);
            return bytes.array();
        }
    }

    private void write(long at, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(journal(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }
}
