package dev.cutover.rehearse;

import dev.cutover.record.event.CanaryEvent;
import dev.cutover.rehearse.plan.PhaseSpec;
import java.io.IOException;
import java.time.Duration;

/** Plants a difference between the systems, asks for it until the bridge reports it, and takes it away again. */
record PlantedDifference(Controls controls) {
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * What came of it.
     *
     * @throws RehearsalException if it could not be taken away: nothing can be judged then
     */
    CanaryEvent plant(String phase, PhaseSpec.Canary canary) throws InterruptedException {
        try {
            controls.play(canary.plant());
        } catch (RehearsalException e) {
            controls.play(canary.restore());
            return new CanaryEvent(phase, 0, 0, false, "it could not be planted: " + e.getMessage());
        }
        try {
            return ask(phase, canary);
        } finally {
            controls.play(canary.restore());
        }
    }

    private CanaryEvent ask(String phase, PhaseSpec.Canary canary) throws InterruptedException {
        int answered = 0;
        String failure = "";
        ComparisonAccount account = new ComparisonAccount(controls);
        long before;
        try {
            before = account.different();
        } catch (IOException e) {
            return new CanaryEvent(
                    phase, 0, 0, false, "the account of comparisons could not be read: " + e.getMessage());
        }
        for (int asked = 1; asked <= ATTEMPTS; asked++) {
            try {
                controls.play(canary.ask());
                answered++;
            } catch (RehearsalException e) {
                failure = ": " + e.getMessage(); // as one in which its request was lost; it may have been compared
            }
            if (account.await(PATIENCE, now -> now.different() > before)) {
                return new CanaryEvent(phase, asked, answered, true, "reported");
            }
        }
        String found = "asked for " + ATTEMPTS + " times, answered " + answered + " times, never reported as different";
        return new CanaryEvent(phase, ATTEMPTS, answered, false, found + failure);
    }
}
