package dev.cutover.rehearse;

import dev.cutover.record.event.CanaryEvent;
import dev.cutover.rehearse.plan.PhaseSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plants a difference between the systems, asks for it in each way until the bridge reports it, and takes it away again. */
record PlantedDifference(Controls controls) {
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * What came of it, for each way of asking.
     *
     * @throws RehearsalException if it could not be taken away: nothing can be judged then
     */
    List<CanaryEvent> plant(String phase, PhaseSpec.Canary canary) throws InterruptedException {
        try {
            controls.play(canary.plant());
        } catch (RehearsalException e) {
            controls.play(canary.restore());
            String why = "it could not be planted: " + e.getMessage();
            return canary.ask().stream()
                    .map(way -> new CanaryEvent(phase, 0, 0, false, why))
                    .toList();
        }
        try {
            List<CanaryEvent> reported = new ArrayList<>();
            for (String way : canary.ask()) {
                reported.add(ask(phase, way));
            }
            return reported;
        } finally {
            controls.play(canary.restore());
        }
    }

    private CanaryEvent ask(String phase, String way) throws InterruptedException {
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
                controls.play(List.of(way));
                answered++;
            } catch (RehearsalException e) {
                failure = ": " + e.getMessage(); // as one in which its request was lost; it may have been compared
            }
            if (account.await(PATIENCE, now -> now.different() > before)) {
                return new CanaryEvent(phase, asked, answered, true, way + ": reported");
            }
        }
        String found = way + ": asked for " + ATTEMPTS + " times, answered " + answered
                + " times, never reported as different";
        return new CanaryEvent(phase, ATTEMPTS, answered, false, found + failure);
    }
}
