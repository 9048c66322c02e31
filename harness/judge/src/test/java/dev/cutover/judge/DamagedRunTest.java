package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.record.evidence.EvidenceReader;
import dev.cutover.record.json.Json;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.EvidenceException;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever is lost or changed of a run that is GO, it is not GO any more, and nobody is accused. */
@Execution(ExecutionMode.CONCURRENT)
class DamagedRunTest {
    @TempDir
    Path directory;

    private RunDirectory run = new RunDirectory(Path.of("unset"));

    @BeforeEach
    void write() throws IOException {
        run = GoodRun.in(directory);
    }

    @Test
    void theWholeRunIsGo() {
        isGo();
    }

    @Test
    void whatHealNotesIsNoEvidence() throws IOException {
        Files.writeString(run.healed(), "{\"seq\":1,\"kind\":\"fault\",\"state\":\"heal-failed\"}\n");
        isGo();
    }

    private void isGo() {
        VerdictReport report = Judge.judge(EvidenceReader.read(run));
        assertThat(report.verdict()).as(report.reason()).isEqualTo(Verdict.GO);
    }

    @Test
    void everyFileIsNeeded() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            inconclusive(file + " removed");
            write(file, new byte[0], "emptied", whole.length > 0);
            write(file, Arrays.copyOf(whole, used(file, whole) / 2), "truncated", whole.length > 1);
            Files.write(file, whole);
        }
        isGo();
    }

    @Test
    void everyLineIsNeededWhole() throws IOException {
        for (Path file : textFiles()) {
            byte[] whole = Files.readAllBytes(file);
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                lines.remove(i);
                Files.write(file, lines);
                inconclusive(file + " without line " + (i + 1));
                lines.add(i, line.substring(0, line.length() / 2));
                Files.write(file, lines);
                inconclusive(file + " with line " + (i + 1) + " torn");
                lines.set(i, line);
            }
            Files.write(file, whole);
        }
    }

    @Test
    void everyByteIsNeededAsItIs() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            int used = used(file, bytes);
            for (int at = 0; at < used; at += Math.max(1, used / 60)) {
                flip(file, at, bytes[at]);
                inconclusive(file + " with byte " + at + " flipped");
                flip(file, at, (byte) (bytes[at] ^ 1));
            }
        }
        isGo();
    }

    @Test
    void everyFieldOfTheManifestIsNeeded() throws IOException {
        byte[] whole = Files.readAllBytes(run.manifest());
        JsonNode manifest = Json.MAPPER.readTree(whole);
        for (JsonNode object : List.of(
                manifest,
                manifest.at("/obligations"),
                manifest.at("/obligations/limits"),
                manifest.at("/obligations/effects/charges"),
                manifest.at("/kinds/0"))) {
            for (String field : names(object)) {
                JsonNode value = ((ObjectNode) object).remove(field);
                Files.writeString(run.manifest(), manifest.toString());
                inconclusive("manifest.json without " + field);
                ((ObjectNode) object).set(field, value);
            }
        }
        Files.write(run.manifest(), whole);
        isGo();
    }

    @Test
    void aKilledRunAccusesNobody() throws IOException {
        Files.delete(run.checksums());
        inconclusive("no checksums");
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            inconclusive(file + " removed without checksums");
            for (int part = 1; part < 8; part++) {
                Files.write(file, Arrays.copyOf(whole, used(file, whole) * part / 8));
                inconclusive(file + " cut at " + part + "/8 without checksums");
            }
            Files.write(file, whole);
        }
    }

    @Test
    void aKilledRunMayHaveLostAnyLinesOfItsEnd() throws IOException {
        Files.delete(run.checksums());
        for (Path file : textFiles()) {
            byte[] whole = Files.readAllBytes(file);
            List<String> lines = Files.readAllLines(file);
            for (int kept = 0; kept < lines.size(); kept++) {
                Files.write(file, lines.subList(0, kept));
                inconclusive(file + " cut to " + kept + " lines without checksums");
            }
            Files.write(file, whole);
        }
    }

    @Test
    void aRunSavedWithLessThanItOwesIsInconclusive() throws IOException {
        for (Path file : files()) {
            if (file.equals(run.plan()) || file.equals(run.environment()) || file.equals(run.manifest())) {
                continue;
            }
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            if (!file.equals(run.checksums())) {
                Checksums.write(run);
            }
            inconclusive(file + " never saved");
            Files.write(file, whole);
            Checksums.write(run);
        }
        isGo();
    }

    private void write(Path file, byte[] bytes, String how, boolean changes) throws IOException {
        Files.write(file, bytes);
        if (changes) {
            inconclusive(file + " " + how);
        }
    }

    private static void flip(Path file, int at, byte from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (from ^ 1)}), at);
        }
    }

    private void inconclusive(String what) {
        try {
            VerdictReport report = Judge.judge(EvidenceReader.read(run));
            assertThat(report.verdict()).as(what).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(report.findings()).as(what).extracting(Finding::result).doesNotContain(Result.FAIL);
            assertThat(report.gates())
                    .as(what)
                    .extracting(VerdictReport.Gate::result)
                    .doesNotContain(Result.FAIL);
        } catch (EvidenceException e) {
            assertThat(e).as(what).hasMessageContaining("manifest.json");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(run.root())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<Path> textFiles() throws IOException {
        return files().stream()
                .filter(file -> !file.toString().endsWith(".slots"))
                .toList();
    }

    private static int used(Path file, byte[] bytes) {
        return file.toString().endsWith(".slots") ? GoodRun.JOURNAL_USED : bytes.length;
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
