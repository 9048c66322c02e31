package dev.cutover.judge.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InquiryTest {

    private static Inquiry lacking(int gaps) {
        Inquiry inquiry = new Inquiry("checker", "title");
        for (int gap = 1; gap <= gaps; gap++) {
            inquiry.gap("gap " + gap);
        }
        return inquiry;
    }

    @Test
    void fiveGapsAreTold() {
        assertThat(lacking(5).finding().message()).isEqualTo("gap 1; gap 2; gap 3; gap 4; gap 5");
        assertThat(lacking(7).finding().message()).isEqualTo("gap 1; gap 2; gap 3; gap 4; gap 5; and 2 more");
    }

    @Test
    void everyViolationIsCountedAndSomeAreShown() {
        Inquiry inquiry = lacking(1);
        for (int i = 1; i <= 40; i++) {
            inquiry.violation("number " + i, Map::of);
        }
        assertThat(inquiry.finding().message()).isEqualTo("40 violations; the first: number 1");
        assertThat(inquiry.finding().examples()).hasSize(32);
    }

    @Test
    void theKeysThatViolateItAreNamedOnceEachAsPeopleKnowThem() {
        Inquiry inquiry = new Inquiry("checker", "title");
        for (long key : new long[] {7, 3, 7, Long.MIN_VALUE}) {
            inquiry.violation(key, "key " + key, Map::of);
        }
        assertThat(inquiry.finding().keys()).containsExactly("3", "7");
        assertThat(inquiry.finding(key -> "K" + key).keys()).containsExactly("K3", "K7");
    }

    @Test
    void ofManyKeysTheSmallestAreNamed() {
        Inquiry inquiry = new Inquiry("checker", "title");
        for (long key = 3_000; key > 0; key--) {
            inquiry.violation(key, "key", Map::of);
        }
        assertThat(inquiry.finding().keys()).hasSize(1_000).startsWith("1", "2").endsWith("1000");
    }
}
