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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlantedDifferenceTest extends ScriptedRehearsal {
    private static final String CONTROL = ScriptedPlan.CONTROL.replace("steps:\n", """
            steps:
              plant: [{ component: new-db, database: shop, sql: plant }]
              ask: [{ get: sync.http/lag }]
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
        rehearse(plan());
        return events(CanaryEvent.class).getFirst();
    }

    private static Plan plan() {
        List<PhaseSpec> phases = new ArrayList<>(ScriptedPlan.phases());
        phases.replaceAll(phase -> phase.name().equals("dual") ? withCanary(phase) : phase);
        return ScriptedPlan.plan(CONTROL, ScriptedPlan.sentinels(), phases);
    }

    private static PhaseSpec withCanary(PhaseSpec phase) {
        var canary = new PhaseSpec.Canary(Duration.ofMillis(5), List.of("plant"), List.of("ask"), List.of("restore"));
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
        assertThat(rehearsed()).isEqualTo(new CanaryEvent("dual", 1, 1, true, "reported"));
        assertThat(planted).isFalse();
        assertThat(events(PlanEvent.Completed.class)).hasSize(1);
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
        assertThat(rehearsed()).isEqualTo(new CanaryEvent("dual", 2, 2, true, "reported"));
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
        assertThat(rehearsed()).isEqualTo(new CanaryEvent("dual", 2, 1, true, "reported"));
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
        rehearse(plan());
        assertThat(events(PlanEvent.EndedEarly.class))
                .singleElement()
                .satisfies(
                        early -> assertThat(early.detail()).contains("restore").contains("gone"));
    }
}
