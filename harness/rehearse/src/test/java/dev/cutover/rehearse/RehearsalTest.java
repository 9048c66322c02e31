package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole rehearsal in a scripted world, and what is recorded, healed and judged when something goes wrong at any of its steps. */
class RehearsalTest extends ScriptedRehearsal {

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
                        "Observed comparisons",
                        "phase back",
                        "Requested OLD",
                        "Effective OLD",
                        "Observed old-rollback",
                        "Completed",
                        "Began QUIESCE",
                        "crossed forward",
                        "Ended QUIESCE",
                        "Observed totals",
                        "Began OBSERVE",
                        "Observed old-final",
                        "Observed new-final",
                        "Observed topics",
                        "Observed stream-forward",
                        "Observed dead-letters",
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
    void aRollbackThatIsRefusedAtFirstIsAskedForAgain() {
        Deque<String> answers =
                new ArrayDeque<>(List.of("another change is under way", "no leader", "", "{\"mode\":\"old\"}"));
        world().beforePhase(
                        "back",
                        () -> world().at("routing", () -> {
                            String answer = answers.isEmpty() ? "" : answers.pop();
                            if (!answer.isEmpty()) {
                                throw new IllegalStateException(answer);
                            }
                        }));
        String insist = """
                  insist:
                    - { until: { get: bridge.admin/routing, at: /mode, is: '${mode}' }, every: 10 ms, ask: switch }
                bootstrap: [copy]
                """;
        rehearse(ScriptedPlan.plan(
                ScriptedPlan.CONTROL.replace("bootstrap: [copy]\n", insist),
                ScriptedPlan.sentinels(),
                ScriptedPlan.phases("insist")));
        assertThat(answers).isEmpty();
        assertThat(recorded())
                .containsSubsequence("phase back", "Requested OLD", "Effective OLD", "Observed old-rollback", "Ended")
                .doesNotContain("Refused OLD");
        assertThat(report().findings()).allMatch(finding -> finding.result() == Result.PASS);
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
        assertThat(events(PlanEvent.EndedEarly.class))
                .extracting(PlanEvent.EndedEarly::detail)
                .containsExactly(
                        "the injector ended in the middle of the run; the end of logs/injector.log: no memory left");
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** An error of the testbed: it goes to whoever called, and the run has no last line. */
    private void assertBrokenOff(String last) {
        assertThat(recorded()).endsWith(last, "Observed totals").doesNotContain("Ended");
        assertThat(world().rest).containsExactly("faults healed", "load stopped", "closed", "closed");
        assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private void assertEndedEarly(String because, boolean loadAlive) {
        assertThat(thrown).isNull();
        assertThat(recorded())
                .containsSubsequence(because, "EndedEarly " + loadAlive, "Began OBSERVE", "Ended OBSERVE", "Ended");
        assertThat(world().rest).containsExactly("faults healed", "load stopped", "closed", "closed");
    }
}
