package dev.cutover.record.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationIdsTest {

    @Test
    void are_positive_and_say_whose_run_they_are_of() {
        OperationIds ids = OperationIds.of(42);
        long first = ids.next();

        assertThat(first).isPositive();
        assertThat(ids.next()).isEqualTo(first + 1);
        assertThat(OperationIds.of(42).ofThisRun(first)).isTrue();
        assertThat(OperationIds.of(43).ofThisRun(first)).isFalse();
        assertThat(ids.ofThisRun(0)).isFalse();
        assertThat(ids.ofThisRun(-first)).isFalse();
        assertThat(ids.ofThisRun(17)).isFalse();
        assertThat(OperationIds.of(Long.MIN_VALUE).next()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 15, 16, 0x1234_5678_9ABC_DEF0L, Long.MAX_VALUE})
    void come_back_from_a_number_and_from_a_uuid(long id) {
        UUID uuid = UUID.fromString(OperationIds.uuid(id));

        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(OperationIds.read(uuid.toString())).hasValue(id);
        assertThat(OperationIds.read(uuid.toString().toUpperCase(java.util.Locale.ROOT)))
                .hasValue(id);
        assertThat(OperationIds.read(Long.toString(id))).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n-17",
                "99999999999999999999",
                "c0704e52-0000-4000-8000-000000000001",
                "c0704e52-0000-8000-8000-000000000001",
                "not a uuid at all, but as long as 1.."
            })
    void are_not_seen_in_other_texts(String text) {
        assertThat(OperationIds.read(text)).isEmpty();
    }
}
