package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.record.event.BackgroundEvent;
import dev.cutover.record.event.Drained;
import dev.cutover.record.event.StepEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes on beside the load until everything has come to rest, and what shows that it has. */
class BackgroundTest extends ScriptedRehearsal {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void itGoesOnUntilSentinelsHaveCrossed() {
        world().at("changes", runs::incrementAndGet);
        world().at("sentinel", () -> {
            int before = runs.get();
            await().until(() -> runs.get() > before);
        });
        rehearse(ScriptedPlan.plan(with("background: [{ every: 5 ms, do: changes }]")));
        assertThat(recorded())
                .containsSubsequence(
                        "Began QUIESCE", "crossed forward", "Ended changes", "Ended QUIESCE", "Began OBSERVE");
        assertThat(events(BackgroundEvent.Ended.class)).singleElement().satisfies(end -> {
            assertThat(end.runs()).isEqualTo(runs.get()).isGreaterThan(1);
            assertThat(end.failed()).isZero();
        });
    }

    @Test
    void aRunThatFailsIsRecordedAndTheLastIsTriedOnceMore() {
        world().at("changes", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("locked");
            }
        });
        rehearse(ScriptedPlan.plan(with("background: [{ every: 1 h, do: changes }]")));
        assertThat(recorded()).containsSubsequence("Failed changes", "Ended changes", "Ended QUIESCE");
        assertThat(events(BackgroundEvent.Failed.class))
                .singleElement()
                .satisfies(
                        failed -> assertThat(failed.detail())
                                .isEqualTo(
                                        "step 1 of 'changes': changes in sync: expected exit code 0, found 1; its last output: locked"));
        assertThat(runs).hasValue(2);
    }

    @Test
    void oneThatFailsToTheEndLeavesTheRunUnquiet() {
        world().at("changes", () -> {
            throw new IllegalStateException("locked");
        });
        rehearse(ScriptedPlan.plan(with("background: [{ every: 1 h, do: changes }]")));
        assertThat(events(StepEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.detail())
                        .isEqualTo("the last run in the background failed, and so did one more: changes"));
        assertThat(recorded()).contains("Ended OBSERVE");
    }

    @Test
    void aPlanMayClaimThatAllHasComeOut() {
        rehearse(ScriptedPlan.plan(with("drained: [empty]"), List.of(), ScriptedPlan.phases()));
        assertThat(recorded()).containsSubsequence("drained empty", "Ended QUIESCE");
    }

    @Test
    void aClaimThatDoesNotComeTrue() {
        world().at("bootstrap", () -> {
            if (world().rest.contains("load stopped")) {
                throw new IllegalStateException("{\"state\":\"running\"}");
            }
        });
        rehearse(ScriptedPlan.plan(with("drained: [empty]"), List.of(), ScriptedPlan.phases()));
        assertThat(recorded()).containsSubsequence("not drained empty", "Failed QUIESCE");
        assertThat(events(Drained.class).getFirst().reason())
                .contains("step 1 of 'empty': waiting for a value: expected 'done' within");
    }

    @Test
    void withNeitherNothingShowsIt() {
        rehearse(ScriptedPlan.plan(ScriptedPlan.CONTROL, List.of(), ScriptedPlan.phases()));
        assertThat(events(StepEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.detail()).contains("neither sentinels nor 'control.drained'"));
    }

    private static String with(String section) {
        return ScriptedPlan.CONTROL.replace("bootstrap: [copy]", """
                  changes: [{ in: sync, run: [changes] }]
                  empty: [{ until: { get: sync.http/bootstrap, at: /state, is: done }, within: 300 ms }]
                bootstrap: [copy]
                """) + section + "\n";
    }
}
