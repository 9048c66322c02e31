package dev.cutover.record.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperationIdsTest {

    @Test
    void anIdIsReadBackFromItsDecimalAndItsUuid() {
        OperationIds ids = OperationIds.of(42);
        for (long id : new long[] {ids.next(), ids.next(), 1, Long.MAX_VALUE - 1_000_000_000_000_000_000L}) {
            assertThat(OperationIds.read(Long.toString(id))).hasValue(id);
            assertThat(OperationIds.read(OperationIds.uuid(id))).hasValue(id);
            assertThat(UUID.fromString(OperationIds.uuid(id)).version()).isEqualTo(8);
            assertThat(UUID.fromString(OperationIds.uuid(id)).variant()).isEqualTo(2);
        }
    }

    /** The ids of 793 seeds in 32,767 begin with a 9 and have as many digits as the largest long. */
    @Test
    void anIdOfAnySeedIsRead() {
        for (long seed = 0; seed < 0x7FFF; seed++) {
            long id = OperationIds.of(seed).next();
            assertThat(OperationIds.read(Long.toString(id))).hasValue(id);
        }
    }

    @Test
    void whatIsNoIdIsNotRead() {
        assertThat(OperationIds.read("")).isEmpty();
        assertThat(OperationIds.read("0")).isEmpty();
        assertThat(OperationIds.read("-7")).isEmpty();
        assertThat(OperationIds.read("7 ")).isEmpty();
        assertThat(OperationIds.read(UUID.randomUUID().toString())).isEmpty();
        assertThat(OperationIds.read("018f6b1c-0000-8000-8000-000000000000")).isEmpty();
    }

    @Test
    void anotherRunsIdIsNotOfThisRun() {
        assertThat(OperationIds.of(42).ofThisRun(OperationIds.of(42).next())).isTrue();
        assertThat(OperationIds.of(42).ofThisRun(OperationIds.of(43).next())).isFalse();
        assertThat(OperationIds.of(42).ofThisRun(7)).isFalse();
    }

    /** What a system of last month keeps must still be found. */
    @Test
    void anIdAndItsUuidAreTheSameInEveryVersion() {
        assertThat(OperationIds.of(42).next()).isEqualTo(12_103_492_718_034_945L);
        assertThat(OperationIds.of(-1).next()).isEqualTo(9_223_090_630_597_541_889L);
        assertThat(OperationIds.uuid(0x0123_4567_89AB_CDEFL)).isEqualTo("01234567-89ab-8cde-bcb0-1c39c84356a7");
    }

    @Test
    void theLongestIdIsRead() {
        assertThat(OperationIds.read("999999999999999999")).hasValue(999_999_999_999_999_999L);
        assertThat(OperationIds.read("9223372036854775807")).hasValue(Long.MAX_VALUE);
        assertThat(OperationIds.read("9223372036854775808")).isEmpty();
        assertThat(OperationIds.read("10000000000000000000")).isEmpty();
        assertThat(OperationIds.read("01234567-89AB-8CDE-BCB0-1C39C84356A7")).hasValue(0x0123_4567_89AB_CDEFL);
        assertThat(OperationIds.read("this is no UUID, but as long as one!")).isEmpty();
    }
}
