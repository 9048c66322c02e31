package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidencePartTest {

    private static List<EvidencePart> owed(Manifest manifest) {
        return Arrays.stream(EvidencePart.values())
                .filter(part -> part.owed(manifest))
                .toList();
    }

    /** The saved run neither reads what was asked for nor compares what was answered nor counts rows, nor sums up in between. */
    @Test
    void aRunOwesWhatItReads() {
        assertThat(owed(SavedRun.manifest()))
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(
                        EvidencePart.ASKED, EvidencePart.CONTENTS, EvidencePart.INITIAL_COUNTS, EvidencePart.TOTALS)));
    }

    @Test
    void aRunThatReadsNothingOwesWhatTheTestbedItselfLeaves() {
        Manifest full = SavedRun.manifest();
        Manifest manifest = new Manifest(
                full.schema(),
                full.plan(),
                full.seed(),
                full.bridge(),
                full.runtime(),
                full.startedAt(),
                full.replay(),
                full.clock(),
                full.machine(),
                full.versions(),
                full.kinds(),
                full.phases(),
                full.systems(),
                nothing(full.obligations().limits()));
        assertThat(owed(manifest))
                .containsExactly(
                        EvidencePart.JOURNAL,
                        EvidencePart.EVENTS,
                        EvidencePart.INJECTOR_HEALTH,
                        EvidencePart.CHECKSUMS);
    }

    private static Obligations nothing(Limits limits) {
        return new Obligations(
                new TreeMap<>(Map.of("old", Reads.NOTHING)),
                "old",
                0,
                false,
                List.of(),
                0,
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                false,
                false,
                false,
                false,
                List.of(),
                false,
                new TreeMap<>(),
                limits);
    }

    @Test
    void eachPartHasWordsOfItsOwn() {
        assertThat(EvidencePart.values())
                .extracting(EvidencePart::text)
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }
}
