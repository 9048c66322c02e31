package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reads were answered, as it is saved and read back. */
class ContentFileTest extends SavedRun {
    @BeforeEach
    void read() throws IOException {
        comparing(List.of("at /email")).write(run);
        try (ContentFile contents = ContentFile.open(run.contents())) {
            contents.answered(11, "customer 1", "ä");
            contents.answered(12, "customer 1", "b");
            contents.answered(13, "customer 2", "ä");
        }
        try (ContentFile contents = ContentFile.open(run.contents())) {
            contents.answered(14, "customer 1", "ä");
        }
        Checksums.write(run);
    }

    private static Manifest comparing(List<String> content) {
        Manifest full = manifest();
        return new Manifest(
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
                List.of(full.kinds().getFirst(), new Manifest.Kind("read-orders", Role.READ, null, content)),
                full.phases(),
                full.systems(),
                full.obligations());
    }

    @Test
    void comesBackAsHashesThatAreEqualWhereTheTextsAre() throws IOException {
        Evidence evidence = EvidenceReader.read(run);
        List<Content> contents = evidence.contents();
        assertThat(contents).extracting(Content::operation).containsExactly(11L, 12L, 13L, 14L);
        assertThat(contents)
                .extracting(Content::question)
                .startsWith(contents.get(0).question(), contents.get(0).question());
        assertThat(contents.get(2).question()).isNotEqualTo(contents.get(0).question());
        assertThat(contents.get(1).content()).isNotEqualTo(contents.get(0).content());
        assertThat(contents.get(2).content()).isEqualTo(contents.get(0).content());
        assertThat(evidence.damage()).doesNotContainKey(EvidencePart.CONTENTS);
        assertThat(evidence.manifest().kinds().getLast().content()).containsExactly("at /email");
        assertThat(Files.readAllLines(run.contents()))
                .allMatch(line -> line.matches(
                        "\\{\"operation\":1[1-4],\"question\":\"[0-9a-f]{16}\",\"content\":\"[0-9a-f]{16}\"}"));
    }

    @Test
    void whoOpensItAgainHasAnotherSalt() {
        List<Content> contents = EvidenceReader.read(run).contents();
        assertThat(contents.getLast().question())
                .isNotEqualTo(contents.getFirst().question());
        assertThat(contents.getLast().content())
                .isNotEqualTo(contents.getFirst().content());
    }

    @Test
    void isDamagedIfItIsAbsentOrTorn() throws IOException {
        Files.writeString(run.contents(), "{\"operation\":1", StandardOpenOption.APPEND);
        Checksums.write(run);
        Evidence torn = EvidenceReader.read(run);
        assertThat(torn.damage().get(EvidencePart.CONTENTS)).contains("line 5 is torn");
        assertThat(torn.contents()).isEmpty();
        Files.delete(run.contents());
        assertThat(EvidenceReader.read(run).damage()).containsKey(EvidencePart.CONTENTS);
    }

    @Test
    void isOwedOnlyByAPlanThatComparesIt() throws IOException {
        Files.delete(run.contents());
        comparing(List.of()).write(run);
        Checksums.write(run);
        assertThat(EvidenceReader.read(run).damage()).doesNotContainKey(EvidencePart.CONTENTS);
    }
}
