package dev.cutover.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cutover.chaos.fault.Fault;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.plan.Disturbance;
import dev.cutover.rehearse.plan.FaultSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FaultRunnerTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final RecordedEvents events = new RecordedEvents();
    private final List<Integer> masks = new CopyOnWriteArrayList<>();
    private final FaultRunner runner = new FaultRunner(FaultRunnerTest::make, events, masks::add);

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void recordsEveryStepOfAFault() throws InterruptedException {
        runner.start("dual", List.of(spec("works", "f-1", Duration.ZERO, Duration.ofMillis(50))));
        runner.awaitDone();

        assertThat(events.steps()).containsExactly("f-1 intent", "f-1 injected", "f-1 verified", "f-1 healed");
        assertThat(events.all()).startsWith(new FaultEvent.Intended("f-1", "works", "a->b", "dual", 0, null));
        assertThat(masks).containsExactly(1, 0);
    }

    @Test
    void saysWhenAFaultWasNotSeen() throws InterruptedException {
        runner.start("dual", List.of(spec("without-effect", "f-1", Duration.ZERO, Duration.ofMillis(50))));
        runner.awaitDone();

        assertThat(events.steps()).containsExactly("f-1 intent", "f-1 injected", "f-1 not-verified", "f-1 healed");
    }

    @Test
    void healsWhatCouldNotBeInjected() throws InterruptedException {
        runner.start("dual", List.of(spec("breaks", "f-1", Duration.ZERO, Duration.ofNanos(1))));
        runner.awaitDone();

        assertThat(events.steps()).containsExactly("f-1 intent", "f-1 not-verified", "f-1 healed");
    }

    @Test
    void healsInReverseOrderAndDropsWhatIsToCome() throws InterruptedException {
        runner.start(
                "dual",
                List.of(
                        spec("works", "f-1", Duration.ZERO, LONG),
                        spec("works", "f-2", Duration.ofMillis(20), LONG),
                        spec("works", "f-3", LONG, LONG)));
        await().until(() -> events.steps().contains("f-2 verified"));

        runner.healAll();
        runner.awaitDone();

        assertThat(events.steps()).endsWith("f-2 healed", "f-1 healed").noneMatch(step -> step.startsWith("f-3"));
        assertThat(masks).containsExactly(1, 3, 1, 0);
    }

    @Test
    void healsInAnInterruptedThread() {
        runner.start("dual", List.of(spec("works", "f-1", Duration.ZERO, LONG)));
        await().until(() -> events.steps().contains("f-1 verified"));
        Thread.currentThread().interrupt();

        runner.healAll();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(events.steps()).endsWith("f-1 healed");
    }

    @Test
    void triesAgainWhatCouldNotBeHealed() throws InterruptedException {
        runner.start("dual", List.of(spec("heals-second", "f-1", Duration.ZERO, Duration.ofNanos(1))));
        runner.awaitDone();
        assertThat(events.steps()).endsWith("f-1 heal-failed");
        assertThat(masks).endsWith(1);

        runner.healAll();

        assertThat(events.steps()).endsWith("f-1 heal-failed", "f-1 healed");
        assertThat(masks).endsWith(0);
    }

    @Test
    void schedulesNothingOfAPhaseWithAWrongFault() throws InterruptedException {
        var wrong = spec("unknown", "f-2", Duration.ZERO, LONG);

        assertThatThrownBy(() -> runner.start("dual", List.of(spec("works", "f-1", Duration.ZERO, LONG), wrong)))
                .isInstanceOf(IllegalArgumentException.class);
        runner.awaitDone();

        assertThat(events.steps()).isEmpty();
    }

    private static FaultSpec spec(String name, String id, Duration at, Duration lasts) {
        return new FaultSpec(id, new Behaviour(name), "a->b", at, lasts);
    }

    private static Fault make(FaultSpec spec) {
        if (spec.name().equals("unknown")) {
            throw new IllegalArgumentException(spec.name());
        }
        return new Switch(spec.name());
    }

    private record Behaviour(String name) implements Disturbance {

        @Override
        public Target target() {
            return Target.LINK;
        }

        @Override
        public boolean losesMessages() {
            return false;
        }
    }

    /** A fault that only remembers whether it is on. */
    private static final class Switch implements Fault {

        private final String behaviour;
        private boolean on;
        private int heals;

        Switch(String behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        public void inject() {
            if (behaviour.equals("breaks")) {
                throw new IllegalStateException("cannot");
            }
            on = !behaviour.equals("without-effect");
        }

        @Override
        public Verification verify() {
            return new Verification(on, "on: " + on);
        }

        @Override
        public void heal() {
            heals++;
            if (behaviour.equals("heals-second") && heals == 1) {
                throw new IllegalStateException("not yet");
            }
            on = false;
        }
    }
}
