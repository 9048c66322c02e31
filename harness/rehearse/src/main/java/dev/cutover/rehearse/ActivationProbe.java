package dev.cutover.rehearse;

import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.EventLog;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.util.Map;
import java.util.TreeMap;

/** Reads how often each seeded defect has acted: who was not caught may have done nothing. */
final class ActivationProbe {

    private final Map<String, ReadingSpec> from;
    private final Readings readings;
    private final Values values;
    private final EventLog events;
    private final Map<String, Long> last = new TreeMap<>();

    ActivationProbe(Map<String, ReadingSpec> from, Readings readings, Values values, EventLog events) {
        this.from = from;
        this.readings = readings;
        this.values = values;
        this.events = events;
    }

    /** Records a number if it is another than before; who was started again counts from zero. */
    void look() throws InterruptedException {
        for (Map.Entry<String, ReadingSpec> one : from.entrySet()) {
            Double read = readings.number(one.getValue(), values);
            if (read == null) {
                continue;
            }
            Long now = Math.round(read);
            if (!now.equals(last.put(one.getKey(), now))) {
                events.record(new DefectEvent(from.size() == 1 ? null : one.getKey(), now));
            }
        }
    }
}
