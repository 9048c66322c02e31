package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.judge.Judge;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.EventReader;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Observed;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Sample;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.EvidenceReader;
import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.LimitSpec;
import dev.cutover.rehearse.plan.LoadSpec;
import dev.cutover.rehearse.plan.ObservationSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.plan.SentinelSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole rehearsal in a scripted world, and what is recorded, healed and judged when something goes wrong at any of its steps. */
class RehearsalTest {

    private static final Duration MOMENT = Duration.ofMillis(40);

    @TempDir
    Path root;

    private RunDirectory run = new RunDirectory(Path.of("unset"));
    private @Nullable ScriptedWorld scripted;
    private @Nullable Exception thrown;

    @BeforeEach
    void makeTheRunDirectory() throws IOException {
        run = new RunDirectory(root.resolve("run"));
        Files.createDirectories(run.journal());
        Files.createDirectories(run.observed());
        manifest().write(run);
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

    private ScriptedWorld world() {
        return Objects.requireNonNull(scripted);
    }

    @Test
    void aCalmRunIsGoAndRecordsEveryStepInOrder() {
        rehearse();
        assertThat(thrown).isNull();
        assertThat(recorded())
                .containsExactly(
                        "Started",
                        "Observed old-initial",
                        "Began LOAD",
                        "Ended LOAD",
                        "phase old",
                        "Began BOOTSTRAP",
                        "Ended BOOTSTRAP",
                        "phase dual",
                        "Requested DUAL",
                        "Effective DUAL",
                        "phase new",
                        "Requested NEW",
                        "Effective NEW",
                        "phase back",
                        "Requested OLD",
                        "Effective OLD",
                        "Observed old-rollback",
                        "Completed",
                        "Began QUIESCE",
                        "crossed forward",
                        "Ended QUIESCE",
                        "Began OBSERVE",
                        "Observed old-final",
                        "Observed new-final",
                        "Observed topics",
                        "Observed comparisons",
                        "Ended OBSERVE",
                        "Ended");
        assertThat(world().rest).containsExactly("faults healed", "load stopped", "closed", "closed");
        assertThat(report().findings()).allMatch(finding -> finding.result() == Result.PASS);
        // A few operations are too little for a gate that compares phases.
        assertThat(report().gates())
                .filteredOn(gate -> !gate.value().equals("not examined"))
                .allMatch(gate -> gate.result() == Result.PASS);
    }

    @Test
    void anEnvironmentThatDoesNotStart() {
        world().at("environment", () -> {
            throw new EnvironmentException("no port is free");
        });
        rehearse();
        assertThat(thrown).isInstanceOf(EnvironmentException.class);
        assertThat(recorded()).containsExactly("Started");
        assertThat(run.checksums()).exists();
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aLoadThatDoesNotStart() {
        world().at("load", () -> {
            throw new RehearsalException("no warm-up");
        });
        rehearse();
        assertThat(thrown).isInstanceOf(RehearsalException.class);
        assertBrokenOff("Failed LOAD");
    }

    @Test
    void aFaultThatCannotBeMade() {
        world().beforePhase("dual", () -> {
            throw new IllegalArgumentException("no such link");
        });
        rehearse();
        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        assertBrokenOff("phase dual");
    }

    @Test
    void aDiskThatIsFull() {
        world().beforePhase("new", () -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        });
        rehearse();
        assertThat(thrown).isInstanceOf(UncheckedIOException.class);
        assertBrokenOff("phase new");
    }

    @Test
    void aHealingThatFailsDoesNotLeaveTheLoadRunning() {
        world().at("heal", () -> {
            throw new IllegalStateException("not healed");
        });
        rehearse();
        assertThat(thrown).hasMessage("not healed");
        assertBrokenOff("Completed");
    }

    @Test
    void aBootstrapThatFailsIsNoGo() {
        world().at("bootstrap", () -> {
            throw new IllegalStateException("{\"state\":\"failed\"}");
        });
        rehearse();
        assertEndedEarly("Failed BOOTSTRAP", true);
        assertThat(verdict()).isEqualTo(Verdict.NO_GO);
    }

    @Test
    void aRoutingThatIsRefusedIsNoGo() {
        world().at("routing", () -> {
            throw new IllegalStateException("lag is too large");
        });
        rehearse();
        assertEndedEarly("Refused DUAL", true);
        assertThat(Files.exists(run.observed().resolve("old-final.json"))).isTrue();
        assertThat(verdict()).isEqualTo(Verdict.NO_GO);
    }

    @Test
    void aRoutingThatIsNeverAnsweredIsNoGo() {
        world().at("routing", world()::waitUntilOver);
        rehearse();
        assertEndedEarly("Refused DUAL", true);
        assertThat(verdict()).isEqualTo(Verdict.NO_GO);
    }

    @Test
    void aLoadThatDiesAccusesNobody() {
        world().beforePhase("new", world()::die);
        rehearse();
        assertEndedEarly("phase new", false);
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aSentinelThatIsLost() {
        world().at("lost sentinel", () -> {});
        rehearse();
        assertIncomplete("lost forward", "Failed QUIESCE");
    }

    @Test
    void aSentinelThatCannotBeSentStillLeavesTheDumps() {
        world().at("sentinel", () -> {
            throw new IllegalStateException("no broker");
        });
        rehearse();
        assertIncomplete("lost forward", "Observed old-final", "Observed new-final");
    }

    @Test
    void aDumpThatCannotBeRead() {
        world().at("final new-db", () -> {
            throw new IOException("connection reset");
        });
        rehearse();
        assertIncomplete("Observed old-final", "not observed new-final");
    }

    @Test
    void aStateThatStillMovesIsNotFinal() {
        int[] reads = {0};
        // Ledger and orders for the dump; the third time, the ledger is read again.
        world().at("final old-db", () -> {
            reads[0]++;
            if (reads[0] == 3) {
                world().arriveLate();
            }
        });
        rehearse();
        assertIncomplete("not observed old-final", "not observed new-final");
    }

    @Test
    void topicsThatCannotBeRead() {
        world().at("topics", () -> {
            throw new IllegalStateException("no broker");
        });
        rehearse();
        assertIncomplete("not observed topics", "Observed comparisons");
    }

    @Test
    void comparisonsThatCannotBeRead() {
        world().at("comparisons", () -> {
            throw new IllegalStateException("the bridge is down");
        });
        rehearse();
        assertIncomplete("not observed comparisons");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"environment", "load", "phase dual", "routing-thread", "sentinel", "final old-db", "topics"})
    void anInterruptionStopsEverythingAndSavesWhatThereIs(String point) {
        Thread rehearsing = Thread.currentThread();
        if (point.equals("routing-thread")) {
            world().at("routing", () -> {
                rehearsing.interrupt();
                world().waitUntilOver();
            });
        } else {
            world().at(point, rehearsing::interrupt);
        }
        rehearse();
        assertThat(thrown).isInstanceOf(InterruptedException.class);
        assertThat(recorded()).endsWith("Interrupted").doesNotContain("Ended");
        assertThat(run.checksums()).exists();
        assertThat(world().rest).endsWith("closed");
        if (!point.equals("environment")) {
            assertThat(world().rest).containsExactly("faults healed", "load stopped", "closed", "closed");
        }
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** An error of the testbed: it goes to whoever called, and the run has no last line. */
    private void assertBrokenOff(String last) {
        assertThat(recorded()).endsWith(last).doesNotContain("Ended");
        assertThat(world().rest).containsExactly("faults healed", "load stopped", "closed", "closed");
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private void assertEndedEarly(String because, boolean loadAlive) {
        assertThat(thrown).isNull();
        assertThat(recorded())
                .containsSubsequence(because, "EndedEarly " + loadAlive, "Began OBSERVE", "Ended OBSERVE", "Ended");
        assertThat(world().rest).containsExactly("faults healed", "load stopped", "closed", "closed");
    }

    private void assertIncomplete(String... events) {
        assertThat(thrown).isNull();
        assertThat(recorded()).containsSubsequence(events).endsWith("Ended");
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** As the command line does it. */
    private void rehearse() {
        try (EventLog events = FileEventLog.open(run.events());
                Rehearsal rehearsal = Rehearsal.begin(plan(), run, events);
                Environment environment = world().startEnvironment()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("while it started");
            }
            rehearsal.play(new Parts(environment, world(), world(), world(), world()));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            thrown = e;
        }
        boolean unused = Thread.interrupted();
    }

    private Verdict verdict() {
        return report().verdict();
    }

    private VerdictReport report() {
        return Judge.judge(EvidenceReader.read(run));
    }

    private List<String> recorded() {
        try {
            return EventReader.read(run.events()).entries().stream()
                    .map(LogEntry::event)
                    .filter(event -> !(event instanceof Sample) && !(event instanceof PhaseEvent.Ended))
                    .map(RehearsalTest::inShort)
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
            case PlanEvent.EndedEarly early -> type + " " + early.loadAlive();
            default -> type;
        };
    }

    private static Plan plan() {
        var endpoint = new ControlSpec.Endpoint("bridge", "admin");
        var sentinel = new SentinelSpec(
                "forward",
                new SentinelSpec.Send.Sql("old-db", "shop", "insert"),
                List.of(new SentinelSpec.Seen("new-db", "shop", "seen", 1)));
        return new Plan(
                "scripted",
                "environment.yaml",
                Map.of(),
                new LoadSpec(1, Duration.ofSeconds(10), "client->bridge", "keys", Optional.empty(), Optional.empty()),
                new ControlSpec(
                        new ControlSpec.RoutingEndpoint(endpoint.component(), endpoint.port(), "token"),
                        endpoint,
                        Duration.ofMillis(400)),
                new TreeMap<>(Map.of("old", observed("old-db"), "new", observed("new-db"))).descendingMap(),
                List.of(sentinel),
                new Plan.DeadLetters("kafka", "dead-letters"),
                List.of(
                        phase("old", null),
                        phase("dual", RoutingMode.DUAL),
                        phase("new", RoutingMode.NEW),
                        phase("back", RoutingMode.OLD)),
                new LimitSpec(0.5, 1, Duration.ofSeconds(5), Duration.ofMillis(500)));
    }

    private static ObservationSpec observed(String database) {
        return new ObservationSpec(database, "shop", "ledger", Map.of("credit", "total"), Map.of("order", "orders"));
    }

    private static PhaseSpec phase(String name, @Nullable RoutingMode mode) {
        return new PhaseSpec(
                name,
                mode == null,
                Optional.ofNullable(mode).map(one -> new PhaseSpec.RouteSpec(one, one == RoutingMode.NEW ? 1 : 0)),
                Duration.ZERO,
                mode == RoutingMode.OLD,
                MOMENT,
                Optional.empty(),
                List.of());
    }

    private static Manifest manifest() {
        return new Manifest(
                Manifest.SCHEMA,
                "scripted",
                42,
                "reference",
                "processes",
                "2026-11-22T00:00:00Z",
                new Manifest.ClockBase(5, "2026-11-22T00:00:00Z"),
                new Manifest.Machine(2, 1_000, "", ""),
                new Manifest.Versions("", ""),
                List.of(new Manifest.Kind("write", true)),
                List.of("old", "dual", "new", "back"),
                List.of("old", "new"),
                new Obligations(
                        List.of("old", "new"),
                        "old",
                        1,
                        true,
                        true,
                        List.of("order"),
                        List.of("credit"),
                        List.of("forward"),
                        null,
                        null,
                        List.of(),
                        false,
                        new Limits(0.5, 5, 5_000, 500, new TreeMap<>())));
    }
}
