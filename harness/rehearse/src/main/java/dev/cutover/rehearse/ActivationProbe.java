package dev.cutover.rehearse;

import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.EventLog;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Reads how often a seeded defect has acted: who was not caught may have done nothing. */
final class ActivationProbe {

    private static final Duration A_MOMENT = Duration.ofMillis(400);

    private final Optional<ReadingSpec> from;
    private final Readings readings;
    private final Values values;
    private final EventLog events;
    private long last = -1;

    ActivationProbe(Optional<ReadingSpec> from, Readings readings, Values values, EventLog events) {
        this.from = from;
        this.readings = readings;
        this.values = values;
        this.events = events;
    }

    /** Records the number if it is another than before; who was started again counts from zero. */
    void look() throws InterruptedException {
        if (from.isEmpty()) {
            return;
        }
        try {
            long times = Math.round(Double.parseDouble(
                    readings.read(from.get(), values, A_MOMENT).text()));
            if (times != last) {
                last = times;
                events.record(new DefectEvent(times));
            }
        } catch (IOException | SQLException | StepFailure | NumberFormatException e) {
            // A component that is down says nothing; it is asked again.
        }
    }
}
