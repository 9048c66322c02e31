package dev.cutover.rehearse;

import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.EventLog;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.util.Optional;

/** Reads how often a seeded defect has acted: who was not caught may have done nothing. */
final class ActivationProbe {

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
        Double read = from.isEmpty() ? null : readings.number(from.get(), values);
        if (read != null && Math.round(read) != last) {
            last = Math.round(read);
            events.record(new DefectEvent(last));
        }
    }
}
