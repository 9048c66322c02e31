package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictFile;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictReportsTest {
    @TempDir
    Path directory;

    @Test
    void figuresComeFromTheEvidence() {
        VerdictReport report = VerdictReports.of(world().evidence());

        assertThat(report.verdict()).isEqualTo(Verdict.GO);
        VerdictReport.Operations operations = report.figures().operations();
        assertThat(List.of(operations.total(), operations.ok(), operations.refused(), operations.unknown()))
                .containsExactly(8L, 5L, 1L, 2L);
        assertThat(operations.unknownApplied()).isEqualTo(1);
        assertThat(report.figures().rollback()).isEqualTo(new VerdictReport.Rollback(310.5, 3, 0));
        assertThat(report.figures().hold()).isEqualTo(new VerdictReport.Hold(2, 20, 40, 40, 1));
        assertThat(report.figures().lag().newToOld()).isEqualTo(new VerdictReport.Spread(5, 5, 5));
        VerdictReport.Phase phase = report.phases().getFirst();
        assertThat(List.of(phase.operations(), phase.ok(), phase.refused(), phase.unknown()))
                .containsExactly(8L, 5L, 1L, 2L);
        assertThat(phase.maxMs()).isCloseTo(0.001, within(0.0001));
        assertThat(phase.perSecond()).isCloseTo(8.0, within(0.001));
        assertThat(report.faults())
                .containsExactly(new VerdictReport.Fault(
                        "only-1", "down", "sync->kafka", "only", 11, 13, true, "refused 5 of 5"));
        assertThat(report.replay()).isEqualTo("./cutover rehearse tiny --seed 7 --runtime memory");
    }

    @Test
    void aLimitMissedOutweighsChecksThatPassed() {
        World world = world().event(
                        20,
                        "gate",
                        Map.of("gate", "p99", "phase", "only", "result", "FAIL", "value", "600 ms", "limit", "500 ms"));
        VerdictReport report = VerdictReports.of(world.evidence());
        assertThat(report.verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(report.reason()).isEqualTo("gate p99 in phase only: 600 ms, limit 500 ms");
        World odd = world().event(20, "gate", Map.of("gate", "p99", "result", "perhaps"));
        assertThat(VerdictReports.of(odd.evidence()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void theDecidingFindingIsTheReason() {
        World world = world();
        world.dump("old-rollback").ledger.removeLast();
        VerdictReport report = VerdictReports.of(world.evidence());
        assertThat(report.verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.reason()).startsWith("rollback-complete: 1 violations; the first: operation 13");
        assertThat(report.figures().rollback().lost()).isEqualTo(1);
    }

    @Test
    void theFileSaysWhatTheReportSays() throws IOException {
        RunDirectory run = new RunDirectory(directory);
        World world = world();
        world.dump("new-final").ledger.removeLast();
        VerdictReport report = VerdictReports.of(world.evidence());
        VerdictFile.write(run, report);
        assertThat(Files.readString(run.verdict())).contains("\"verdict\" : \"NO-GO\"", "\"unknownApplied\" : 1");
        String first = Files.readString(run.verdict());
        VerdictFile.write(run, VerdictFile.read(run, VerdictReport.class));
        assertThat(run.verdict()).hasContent(first);
    }

    private static World world() {
        World world = TinyWorlds.good();
        world.events.removeIf(event -> event.kind().equals("routing"));
        return world.event(10, "phase", Map.of("phase", "only", "state", "begin"))
                .event(11, "fault", fault("intent"))
                .event(11, "fault", fault("injected"))
                .event(12, "fault", fault("verified"))
                .event(13, "fault", fault("healed"))
                .event(14, "routing", Map.of("state", "requested", "mode", "split", "newShare", 0.5))
                .event(15, "routing", effective())
                .event(15, "sample", Map.of("lagMs", Map.of("new-to-old", 5.0)))
                .event(1_000_000_010, "phase", Map.of("phase", "only", "state", "end"));
    }

    private static Map<String, Object> effective() {
        return Map.of(
                "state",
                "effective",
                "mode",
                "split",
                "newShare",
                0.5,
                "rollback",
                true,
                "tookMs",
                310.5,
                "moves",
                moves());
    }

    private static List<Map<String, Object>> moves() {
        return List.of(Map.of("holdMs", 20.0, "attempts", 1L), Map.of("holdMs", 40.0, "attempts", 2L));
    }

    private static Map<String, Object> fault(String state) {
        return Map.of(
                "id", "only-1",
                "fault", "down",
                "target", "sync->kafka",
                "phase", "only",
                "state", state,
                "evidence", state.equals("verified") ? "refused 5 of 5" : "");
    }
}
