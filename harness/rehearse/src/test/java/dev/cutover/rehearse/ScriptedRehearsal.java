package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.Environment;
import dev.cutover.judge.Judge;
import dev.cutover.record.event.BackgroundEvent;
import dev.cutover.record.event.Drained;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.EventReader;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Observed;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.Sample;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.EvidenceReader;
import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.rehearse.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of a rehearsal in a scripted world share: a run directory, the world, and what to ask of both afterwards. */
abstract class ScriptedRehearsal {

    @TempDir
    Path root;

    RunDirectory run = new RunDirectory(Path.of("unset"));

    @Nullable
    Exception thrown;

    private @Nullable ScriptedWorld scripted;

    @BeforeEach
    void makeTheRunDirectory() throws IOException {
        run = new RunDirectory(root.resolve("run"));
        Files.createDirectories(run.journal());
        Files.createDirectories(run.observed());
        ScriptedPlan.manifest().write(run);
        HealthFile.write(
                run.journal().resolve("injector-1.health.json"),
                new InjectorHealth(
                        "ended",
                        10,
                        100,
                        100,
                        10,
                        10,
                        1,
                        1,
                        new InjectorHealth.StartLag(1, 5, 5),
                        List.of(),
                        new TreeMap<>(),
                        0.1,
                        0,
                        1));
        scripted = new ScriptedWorld(run);
    }

    @AfterEach
    void endTheWorld() throws InterruptedException {
        boolean unused = Thread.interrupted();
        world().end();
    }

    ScriptedWorld world() {
        return Objects.requireNonNull(scripted);
    }

    void assertIncomplete(String unknown, String... events) {
        assertThat(thrown).isNull();
        assertThat(recorded()).containsSubsequence(events).endsWith("Ended");
        assertThat(unknown()).contains(unknown);
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** Findings and gates, without those that compare phases: a few operations are too little for them on most machines. */
    Set<String> unknown() {
        VerdictReport report = report();
        return Stream.concat(
                        report.findings().stream()
                                .filter(finding -> finding.result() == Result.UNKNOWN)
                                .map(Finding::checker),
                        report.gates().stream()
                                .filter(gate -> gate.result() == Result.UNKNOWN)
                                .filter(gate -> !gate.value().equals("not examined"))
                                .map(VerdictReport.Gate::gate))
                .collect(Collectors.toSet());
    }

    /** As the command line does it. */
    void rehearse() {
        rehearse(ScriptedPlan.plan());
    }

    void rehearse(Plan plan) {
        try (EventLog events = FileEventLog.open(run.events());
                Rehearsal rehearsal = Rehearsal.begin(plan, run, events);
                Environment environment = world().startEnvironment()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("while it started");
            }
            rehearsal.play(new Parts(
                    environment,
                    world(),
                    world(),
                    world(),
                    world(),
                    plan.evidence().texts(),
                    new Processors(root.resolve("none")),
                    Map.of(),
                    42));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            thrown = e;
        }
        boolean unused = Thread.interrupted();
    }

    Verdict verdict() {
        return report().verdict();
    }

    VerdictReport report() {
        return Judge.judge(EvidenceReader.read(run));
    }

    List<String> recorded() {
        return events(Event.class).stream()
                .filter(event -> !(event instanceof Sample) && !(event instanceof PhaseEvent.Ended))
                .map(ScriptedRehearsal::inShort)
                .toList();
    }

    <T> List<T> events(Class<T> type) {
        try {
            return EventReader.read(run.events()).entries().stream()
                    .map(LogEntry::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inShort(Event event) {
        String type = event.getClass().getSimpleName();
        return switch (event) {
            case StepEvent step -> type + " " + step.step();
            case PhaseEvent phase -> "phase " + phase.phase();
            case RoutingEvent routing -> type + " " + routing.mode();
            case Observed observed -> (observed.complete() ? "Observed " : "not observed ") + observed.name();
            case SentinelEvent sentinel -> (sentinel.crossed() ? "crossed " : "lost ") + sentinel.stream();
            case Drained drained -> (drained.held() ? "drained " : "not drained ") + drained.steps();
            case BackgroundEvent background -> type + " " + background.steps();
            case PlanEvent.EndedEarly early -> type + " " + early.loadAlive();
            default -> type;
        };
    }
}
