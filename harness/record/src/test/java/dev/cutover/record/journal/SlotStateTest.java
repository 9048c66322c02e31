package dev.cutover.record.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class SlotStateTest {
    private static final int SLOT = 5;

    /** A slot of which each byte but the state's is its own number. */
    private static ByteBuffer slot(Outcome outcome) {
        ByteBuffer slot = ByteBuffer.allocateDirect(Slots.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = Slots.INVOKED_NS; at < Slots.SIZE; at++) {
            slot.put(at, (byte) at);
        }
        return slot.putLong(Slots.STATE, SlotState.of(slot, 0, SLOT, outcome));
    }

    /** A journal of last month must still be intact for the version of today. */
    @Test
    void theChecksumOfASlotIsTheSameInEveryVersion() {
        assertThat(slot(Outcome.INVOKED).getLong(Slots.STATE)).isEqualTo(0x07AE1D71509E6401L);
        assertThat(slot(Outcome.OK).getLong(Slots.STATE)).isEqualTo(0x067F958A4AB79202L);
    }

    @Test
    void aSlotIsIntactAtItsPlaceOnly() {
        ByteBuffer slot = slot(Outcome.OK);
        assertThat(SlotState.intact(slot, 0, SLOT)).isTrue();
        assertThat(SlotState.intact(slot, 0, SLOT + 1)).isFalse();
    }

    @Test
    void whatWasNeverWrittenIsNotIntact() {
        assertThat(SlotState.intact(slot(Outcome.EMPTY), 0, SLOT)).isFalse();
    }
}
