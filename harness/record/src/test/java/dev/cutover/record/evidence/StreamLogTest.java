package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.run.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StreamLogTest extends SavedRun {

    private static StreamLog.Extent extent(String cleanup, long begin, long read, long end) {
        return new StreamLog.Extent(
                "t", cleanup, 0, List.of(new StreamLog.Part(0, 0, 5, 5), new StreamLog.Part(1, begin, read, end)));
    }

    private Path file() {
        return run.observed().resolve(StreamLog.file(STREAM));
    }

    @Test
    void comesBackAsItWasWritten() {
        Evidence evidence = EvidenceReader.read(run);
        StreamLog stream = Objects.requireNonNull(evidence.streams().get(STREAM));
        assertThat(stream.entries()).containsExactly(new StreamLog.Entry(0, 0, 11), new StreamLog.Entry(0, 1, 0));
        assertThat(stream.extent().lacks()).isEmpty();
        assertThat(evidence.has(EvidencePart.STREAMS)).isTrue();
    }

    @Test
    void isDamagedWithoutItsEndOrARecord() throws IOException {
        List<String> lines = Files.readAllLines(file());
        for (int without = 0; without < lines.size(); without++) {
            List<String> rest = new ArrayList<>(lines);
            rest.remove(without);
            Files.write(file(), rest);
            Checksums.write(run);
            Evidence evidence = EvidenceReader.read(run);
            assertThat(evidence.damage().get(EvidencePart.STREAMS)).contains("of which its end tells otherwise");
            assertThat(Objects.requireNonNull(evidence.streams().get(STREAM))
                            .extent()
                            .lacks())
                    .isNotEmpty();
        }
    }

    @Test
    void isDamagedWhenItWasChangedOrIsGone() throws IOException {
        Files.writeString(file(), Files.readString(file()).replace("11", "12"));
        assertThat(EvidenceReader.read(run).damage()).containsKey(EvidencePart.STREAMS);
        Files.delete(file());
        assertThat(EvidenceReader.read(run).damage()).containsKey(EvidencePart.STREAMS);
    }

    @Test
    void saysWhatWasNotThereAnyMore() {
        assertThat(extent("delete", 0, 7, 7).lacks()).isEmpty();
        assertThat(extent("delete", 1, 7, 7).lacks()).contains("partition 1 was read from 1 to 7");
        assertThat(extent("delete", 0, 6, 7).lacks()).contains("from 0 to 6, though it went from 0 to 7");
        assertThat(extent("compact", 0, 7, 7).lacks()).contains("compact");
        assertThat(StreamLog.NONE.extent().lacks()).isNotEmpty();
    }
}
