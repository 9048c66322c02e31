package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventReader;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.LimitSpec;
import dev.cutover.rehearse.plan.LoadSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that keeps every limit, and what each gate says when one thing about it is different. */
class GatesTest {
    private static final String DUAL = "unknown-outcomes dual";

    @TempDir
    Path root;

    private RunDirectory run = new RunDirectory(Path.of("unset"));
    private final Map<String, Map<String, Object>> events = new LinkedHashMap<>();

    @BeforeEach
    void saveARunThatKeepsEveryLimit() throws IOException {
        run = new RunDirectory(root.resolve("run"));
        Files.createDirectories(run.journal());
        Files.createDirectories(run.observed());
        manifest().write(run);
        operation(1, Outcome.OK);
        operation(2, Outcome.OK);
        HealthFile.write(run.journal().resolve("injector-1.health.json"), health(5));
        Files.writeString(run.observed().resolve("dead-letters.jsonl"), "");
        comparisons(100, 90, 0);
        events.put("phase", Map.of("phase", "dual", "index", 0, "state", "begin"));
        events.put("step", Map.of("step", "plan", "state", "end"));
        events.put("routing", Map.of("state", "effective", "rollback", true, "tookMs", 900.0));
    }

    @Test
    void aRunThatKeepsEveryLimitPassesEveryGate() throws IOException {
        assertThat(gates())
                .containsOnlyKeys(
                        "plan-completed",
                        "operations-per-second",
                        "injector",
                        "rollback-within",
                        DUAL,
                        "dead-letters",
                        "comparisons")
                .allSatisfy((gate, result) -> assertThat(result).isEqualTo("PASS"));
    }

    @Test
    void aPlanThatEndedEarlyFailsUnlessItsLoadHadDied() throws IOException {
        events.put("step", Map.of("step", "plan", "state", "failed", "loadAlive", true, "detail", "refused"));
        assertThat(gates()).containsEntry("plan-completed", "FAIL");
    }

    @Test
    void aPlanThatEndedEarlyOnABusyMachineSaysSo() throws IOException {
        events.put("step", Map.of("step", "plan", "state", "failed", "loadAlive", true, "detail", "refused"));
        events.put("sample", Map.of("phase", "dual", "busy", 0.97));
        gates();
        assertThat(Files.readString(run.events())).contains("refused; the machine was 97 % busy in this phase");
    }

    @Test
    void aPlanWhoseLoadDiedIsUnknown() throws IOException {
        events.put("step", Map.of("step", "plan", "state", "failed", "loadAlive", false, "detail", "no load"));
        assertThat(gates()).containsEntry("plan-completed", "UNKNOWN");
    }

    @Test
    void anInterruptedPlanIsUnknown() throws IOException {
        events.remove("step");
        assertThat(gates()).containsEntry("plan-completed", "UNKNOWN");
    }

    @Test
    void aSlowRollbackFails() throws IOException {
        events.put("routing", Map.of("state", "effective", "rollback", true, "tookMs", 1_001.0));
        assertThat(gates()).containsEntry("rollback-within", "FAIL");
    }

    @Test
    void anOperationOfUnknownOutcomeFailsWhereNoneIsAllowed() throws IOException {
        operation(3, Outcome.UNKNOWN);
        assertThat(gates()).containsEntry(DUAL, "FAIL");
    }

    @Test
    void aDeadLetterFails() throws IOException {
        Files.writeString(run.observed().resolve("dead-letters.jsonl"), "{}\n");
        assertThat(gates()).containsEntry("dead-letters", "FAIL");
    }

    @Test
    void aDifferentAnswerFails() throws IOException {
        comparisons(100, 90, 1);
        assertThat(gates()).containsEntry("comparisons", "FAIL");
    }

    @Test
    void aComparisonThatIsNotAccountedForFails() throws IOException {
        comparisons(101, 90, 0);
        assertThat(gates()).containsEntry("comparisons", "FAIL");
    }

    @Test
    void noComparisonIsUnknown() throws IOException {
        comparisons(10, 0, 0);
        assertThat(gates()).containsEntry("comparisons", "UNKNOWN");
    }

    @Test
    void anInjectorThatWasLateIsUnknown() throws IOException {
        HealthFile.write(run.journal().resolve("injector-1.health.json"), health(501));
        assertThat(gates()).containsEntry("injector", "UNKNOWN");
    }

    @Test
    void whatWasNotSavedIsUnknown() throws IOException {
        Files.delete(run.journal().resolve("injector-1.health.json"));
        Files.delete(run.observed().resolve("dead-letters.jsonl"));
        assertThat(gates()).containsEntry("injector", "UNKNOWN").containsEntry("dead-letters", "UNKNOWN");
    }

    @Test
    void tooLittleLoadIsUnknown() throws IOException {
        Files.delete(run.journal().resolve("injector-1.slots"));
        assertThat(gates()).containsEntry("operations-per-second", "UNKNOWN");
    }

    /** Each gate's result, by its name and phase. */
    private Map<String, String> gates() throws IOException {
        try (FileEventLog log = FileEventLog.open(run.events())) {
            events.forEach(log::record);
            new Gates(plan(), log).decide(run);
        }
        Map<String, String> results = new LinkedHashMap<>();
        for (Event event : EventReader.read(run.events()).events()) {
            if (event.kind().equals("gate")) {
                results.put((event.text("gate") + " " + event.text("phase")).strip(), event.text("result"));
            }
        }
        return results;
    }

    private void operation(long id, Outcome outcome) throws IOException {
        try (Journal journal = Journal.open(run.journal().resolve("injector-1.slots"))) {
            long slot = journal.invoke(1, (byte) 0, 7, id);
            journal.complete(slot, outcome, 0, 1, (short) 0, 1, (byte) 1);
        }
    }

    private void comparisons(int eligible, int compared, int different) throws IOException {
        Files.writeString(
                run.observed().resolve("comparisons.json"),
                "{\"eligible\":%d,\"compared\":%d,\"equal\":%d,\"different\":%d,\"dropped\":{\"version\":10}}"
                        .formatted(eligible, compared, compared - different, different));
    }

    private static InjectorHealth health(double startLagMs) {
        return new InjectorHealth(
                "ended",
                10,
                100,
                100,
                10,
                10,
                1,
                1,
                new InjectorHealth.StartLag(1, startLagMs, startLagMs),
                List.of(),
                Map.of(),
                0.1,
                0,
                1);
    }

    private static Plan plan() {
        var routing = new ControlSpec.RoutingEndpoint("bridge", "admin", "token");
        var bootstrap = new ControlSpec.Endpoint("sync", "http");
        var dual = new PhaseSpec(
                "dual",
                false,
                Optional.of(new PhaseSpec.RouteSpec(RoutingMode.DUAL, 0)),
                Duration.ZERO,
                false,
                Duration.ofSeconds(1),
                Optional.of(new PhaseSpec.PhaseLimits(0)),
                List.of());
        return new Plan(
                "gates",
                "environment.yaml",
                Map.of(),
                new LoadSpec(1, Duration.ofSeconds(10)),
                new ControlSpec(routing, bootstrap, Duration.ofSeconds(10)),
                Map.of(),
                List.of(),
                List.of(dual),
                new LimitSpec(0.5, 1, Duration.ofSeconds(1), Duration.ofMillis(500)));
    }

    private static Manifest manifest() {
        return new Manifest(
                Manifest.SCHEMA,
                "gates",
                42,
                "reference",
                "processes",
                "2026-11-22T00:00:00Z",
                new Manifest.ClockBase(5, "2026-11-22T00:00:00Z"),
                Map.of(),
                Map.of(),
                List.of(new Manifest.Kind("place-order", true)),
                List.of("dual"),
                List.of("old", "new"),
                Obligations.rehearsal());
    }
}
