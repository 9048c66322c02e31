package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlantedDifferenceTest extends ScriptedRehearsal {
    private static final String CONTROL = ScriptedPlan.CONTROL.replace("steps:\n", """
            steps:
              plant: [{ component: new-db, database: shop, sql: plant }]
              ask: [{ get: sync.http/lag }]
              ask-otherwise: [{ get: sync.http/bootstrap }]
              restore: [{ component: new-db, database: shop, sql: restore }]
            """);

    private final AtomicBoolean planted = new AtomicBoolean();
    private final AtomicInteger different = new AtomicInteger();

    @BeforeEach
    void plantAndRestore() {
        world().at("plant", () -> planted.set(true))
                .at("restore", () -> planted.set(false))
                .at("lag", () -> different.addAndGet(planted.get() ? 1 : 0))
                .at("comparisons", () -> {
                    throw new IOException(ScriptedPlan.account(different.get()));
                });
    }

    private CanaryEvent rehearsed() {
        rehearse(plan("ask"));
        return events(CanaryEvent.class).getFirst();
    }

    private static Plan plan(String... asked) {
        List<PhaseSpec> phases = new ArrayList<>(ScriptedPlan.phases());
        phases.replaceAll(phase -> phase.name().equals("dual") ? withCanary(phase, List.of(asked)) : phase);
        return ScriptedPlan.plan(CONTROL, ScriptedPlan.sentinels(), phases);
    }

    private static PhaseSpec withCanary(PhaseSpec phase, List<String> asked) {
        var canary = new PhaseSpec.Canary(Duration.ofMillis(5), List.of("plant"), asked, List.of("restore"));
        return new PhaseSpec(
                phase.name(),
                phase.bootstrap(),
                phase.route(),
                phase.routeAfter(),
                phase.rollback(),
                phase.hold(),
                phase.limits(),
                Optional.of(canary),
                phase.faults());
    }

    @Test
    void isReported() {
        assertThat(rehearsed()).isEqualTo(new CanaryEvent("dual", 1, 1, true, "ask: reported"));
        assertThat(planted).isFalse();
        assertThat(events(PlanEvent.Completed.class)).hasSize(1);
    }

    /** Who reports it in one way, and not in the other, leaves the other out. */
    @Test
    @Tag("slow") // waits until it is no longer waited for
    void mustBeReportedInEachWayOfAsking() {
        rehearse(plan("ask", "ask-otherwise"));
        assertThat(events(CanaryEvent.class))
                .extracting(CanaryEvent::reported, CanaryEvent::detail)
                .containsExactly(
                        Tuple.tuple(true, "ask: reported"),
                        Tuple.tuple(
                                false,
                                "ask-otherwise: asked for 5 times, answered 5 times, never reported as different"));
        assertThat(planted).isFalse();
    }

    @Test
    void isAskedForAgainAsLongAsItIsNot() {
        world().at("lag", new ScriptedWorld.Hook() {
            private int asked;

            @Override
            public void run() {
                different.set(++asked == 2 ? 1 : 0);
            }
        });
        assertThat(rehearsed()).isEqualTo(new CanaryEvent("dual", 2, 2, true, "ask: reported"));
    }

    /** The request that was lost may have been compared all the same: the account may have two more then. */
    @Test
    void isAskedForAgainWhereARequestIsLost() {
        world().at("lag", new ScriptedWorld.Hook() {
            private int asked;

            @Override
            public void run() throws IOException {
                if (++asked == 1) {
                    throw new IOException("lost");
                }
                different.addAndGet(1);
            }
        });
        assertThat(rehearsed()).isEqualTo(new CanaryEvent("dual", 2, 1, true, "ask: reported"));
    }

    @Test
    void thatCannotBePlantedIsTakenAwayAllTheSame() {
        world().at("plant", () -> {
            planted.set(true);
            throw new IllegalStateException("no such table");
        });
        CanaryEvent canary = rehearsed();
        assertThat(canary.asked()).isZero();
        assertThat(canary.detail()).startsWith("it could not be planted").contains("no such table");
        assertThat(planted).isFalse();
    }

    @Test
    void thatCannotBeTakenAwayEndsThePlan() {
        world().at("restore", () -> {
            throw new IllegalStateException("gone");
        });
        rehearse(plan("ask"));
        assertThat(events(PlanEvent.EndedEarly.class))
                .singleElement()
                .satisfies(
                        early -> assertThat(early.detail()).contains("restore").contains("gone"));
    }
}
