package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.Isolated;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Sample;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    @TempDir
    Path directory;

    @Test
    void whatPassesEverythingIsGo() {
        VerdictReport report = Judge.judge(TinyWorlds.whole().evidence());
        assertThat(report.verdict()).isEqualTo(Verdict.GO);
        assertThat(report.reason())
                .isEqualTo(
                        "all 12 checks and 15 gates passed; not examined: last-write, as-asked, content, amounts of effects, conservation in between, invariants, kept, streams, authority");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, ''",
        "true, , ''",
        "true, false, 'from inside, a connection outside could not be tried in edge (could not be tried: exit code 127)'",
        "false, , processes shared the machine's network",
    })
    void anIsolationThatWasNotShownIsSaid(boolean internal, @Nullable Boolean proven, String because) {
        World world = TinyWorlds.whole()
                .event(1, new Isolated("old", List.of("old-serves"), true, 0, "none", "timed out", true))
                .event(
                        1,
                        new Isolated(
                                "edge",
                                List.of("edge-calls"),
                                internal,
                                0,
                                "none",
                                "could not be tried: exit code 127",
                                proven));

        VerdictReport report = Judge.judge(world.evidence());

        assertThat(report.verdict()).isEqualTo(Verdict.GO);
        assertThat(report.notExamined())
                .filteredOn(property -> property.property().equals("isolation"))
                .map(VerdictReport.NotExamined::because)
                .isEqualTo(because.isEmpty() ? List.of() : List.of(because));
    }

    @Test
    void figuresComeFromTheEvidence() {
        VerdictReport report = Judge.judge(world().evidence());

        VerdictReport.Operations operations = report.figures().operations();
        assertThat(List.of(operations.total(), operations.ok(), operations.refused(), operations.unknown()))
                .containsExactly(8L, 5L, 1L, 2L);
        assertThat(operations.unknownApplied()).isEqualTo(1);
        assertThat(operations.perSecond()).isCloseTo(8 / 1.9e-6, within(1.0));
        assertThat(report.figures().rollback()).isEqualTo(new VerdictReport.Rollback(310.5, 3L, 0L));
        assertThat(report.figures().hold())
                .isEqualTo(new VerdictReport.Hold(2, new VerdictReport.Spread(20, 40, 40), 1));
        assertThat(report.figures().lag().newToOld()).isEqualTo(new VerdictReport.Spread(5, 5, 5));
        assertThat(report.figures().lag().oldToNew()).isNull();
        assertThat(report.figures().environment().upMs()).isEqualTo(1_500);
        assertThat(report.figures().machine()).isEqualTo(new VerdictReport.Machine(0.5, null));
        assertThat(report.replay()).isEqualTo("./cutover rehearse tiny --seed 7");
    }

    @Test
    void phasesAndFaultsComeFromTheEvidence() {
        VerdictReport report = Judge.judge(world().evidence());

        VerdictReport.Phase phase = report.phases().getFirst();
        assertThat(List.of(phase.operations(), phase.ok(), phase.refused(), phase.unknown()))
                .containsExactly(8L, 5L, 1L, 2L);
        assertThat(phase.beginNs()).isEqualTo(10);
        assertThat(phase.maxMs()).isCloseTo(0.001, within(0.0001));
        assertThat(phase.perSecond()).isCloseTo(8.0, within(0.001));
        assertThat(report.faults())
                .containsExactly(new VerdictReport.Fault(
                        "only-1", "down", "sync->kafka", "only", 11L, 14L, true, "refused 5 of 5", 0L));
        assertThat(report.run().durationSeconds()).isCloseTo(1, within(0.001));
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        World world = new World();
        world.events.clear();
        world.injector = null;
        world.comparisons = null;
        world.damage.put(EvidencePart.JOURNAL, "torn");
        VerdictReport report = Judge.judge(world.evidence());

        VerdictReport.Figures figures = report.figures();
        assertThat(figures.rollback()).isNull();
        assertThat(figures.hold()).isNull();
        assertThat(figures.comparisons()).isNull();
        assertThat(figures.injector()).isNull();
        assertThat(figures.operations().unknownApplied()).isNull();
        assertThat(figures.operations().perSecond()).isNull();
        assertThat(figures.environment().upMs()).isNull();
        assertThat(report.run().durationSeconds()).isNull();
        VerdictReport.Phase phase = report.phases().getFirst();
        assertThat(phase.beginNs()).isNull();
        assertThat(phase.perSecond()).isNull();
        assertThat(phase.p99Ms()).isNull();
    }

    @Test
    void aLostJournalLosesTheCountsOfTheRollbackToo() {
        World world = world();
        world.damage.put(EvidencePart.JOURNAL, "torn");
        assertThat(Judge.judge(world.evidence()).figures().rollback())
                .isEqualTo(new VerdictReport.Rollback(310.5, null, null));
    }

    @Test
    void aLimitMissedOutweighsChecksThatPassed() {
        World world = world().without(RoutingEvent.Effective.class).event(20, rollback(1_200, List.of()));
        VerdictReport report = Judge.judge(world.evidence());
        assertThat(report.verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(report.reason()).isEqualTo("gate rollback-within: 1200 ms, limit 1000 ms");
    }

    @Test
    void theDecidingFindingIsTheReason() {
        World world = world();
        world.dump("old-rollback").ledger.removeLast();
        VerdictReport report = Judge.judge(world.evidence());
        assertThat(report.verdict()).isEqualTo(Verdict.NO_GO);
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.reason()).startsWith("rollback-complete: 1 violations; the first: operation 13");
        assertThat(report.figures().rollback()).isEqualTo(new VerdictReport.Rollback(310.5, 3L, 1L));
    }

    @Test
    void theFileSaysWhatTheReportSays() throws IOException {
        RunDirectory run = new RunDirectory(directory);
        World world = world();
        world.dump("new-final").ledger.removeLast();
        Judge.judge(world.evidence()).write(run);
        assertThat(Files.readString(run.verdict())).contains("\"verdict\" : \"NO-GO\"", "\"unknownApplied\" : 1");
        String first = Files.readString(run.verdict());
        VerdictReport.read(run).write(run);
        assertThat(run.verdict()).hasContent(first);
    }

    private static World world() {
        return TinyWorlds.good()
                .without(RoutingEvent.Effective.class)
                .event(10, new PhaseEvent.Began("only", 0))
                .event(10, new StepEvent.Ended(Step.ENVIRONMENT, 1_500, ""))
                .event(11, new FaultEvent.Intended("only-1", "down", "sync->kafka", "only", 0, null))
                .event(11, new FaultEvent.Injected("only-1", "down", "sync->kafka", "only"))
                .event(12, new FaultEvent.Verified("only-1", "down", "sync->kafka", "only", "refused 5 of 5"))
                .event(13, new FaultEvent.HealFailed("only-1", "down", "sync->kafka", "only", "not yet"))
                .event(14, new FaultEvent.Healed("only-1", "down", "sync->kafka", "only", null))
                .event(14, rollback(310.5, List.of(move(20, 1L), move(40, 2L))))
                .event(15, new Sample("only", 8, 1, 2, null, null, new Sample.Lag(null, 5.0), 0.5, null))
                .event(1_000_000_010, new PhaseEvent.Ended("only", 0));
    }

    private static RoutingEvent rollback(double tookMs, List<RoutingEvent.Move> moves) {
        return new RoutingEvent.Effective(RoutingMode.SPLIT, 0.5, 5L, tookMs, true, moves);
    }

    private static RoutingEvent.Move move(double holdMs, @Nullable Long attempts) {
        return new RoutingEvent.Move(null, null, null, null, holdMs, null, null, null, attempts);
    }
}
