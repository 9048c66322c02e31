package dev.cutover.bridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"0,0", "0.1,7", "0.5,32", "1,64", "0.015625,1", "0.0000001,1", "0.999,64"})
    void aShareIsTheFirstBucketsRoundedUp(double share, int buckets) {
        Target target = new Target(Mode.SPLIT, share);

        assertThat(IntStream.range(0, 64).filter(bucket -> target.owner(bucket) == Side.NEW))
                .containsExactlyElementsOf(IntStream.range(0, buckets).boxed().toList());
    }

    @Test
    void aHigherShareNeverTakesABucketBack() {
        for (int percent = 0; percent < 100; percent++) {
            assertThat(Buckets.onNew(percent / 100.0)).isLessThanOrEqualTo(Buckets.onNew((percent + 1) / 100.0));
        }
    }

    @Test
    void householdsSpreadEvenlyOverTheBuckets() {
        int[] counts = new int[64];
        LongStream.rangeClosed(1, 6_400).forEach(household -> counts[Buckets.of(household)]++);

        assertThat(java.util.Arrays.stream(counts)).allMatch(count -> count > 80 && count < 120);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.01, Double.NaN})
    void thereIsNoOtherShare(double share) {
        assertThatThrownBy(() -> new Target(Mode.SPLIT, share)).hasMessageContaining("newShare");
    }
}
