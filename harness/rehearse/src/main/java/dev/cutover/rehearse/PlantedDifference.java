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
            return new CanaryEvent(phase, 0, false, "it could not be planted: " + e.getMessage());
        }
        try {
            return ask(phase, canary);
        } finally {
            controls.play(canary.restore());
        }
    }

    private CanaryEvent ask(String phase, PhaseSpec.Canary canary) throws InterruptedException {
        int asked = 0;
        try {
            ComparisonAccount account = new ComparisonAccount(controls);
            long before = account.different();
            while (asked < ATTEMPTS) {
                controls.play(canary.ask());
                asked++;
                if (account.await(PATIENCE, now -> now.different() > before)) {
                    return new CanaryEvent(phase, asked, true, "reported");
                }
            }
            return new CanaryEvent(phase, asked, false, "asked for " + asked + " times, never reported as different");
        } catch (RehearsalException | IOException e) {
            return new CanaryEvent(phase, 0, false, "it could not be asked for: " + e.getMessage());
        }
    }
}
