package dev.cutover.scenarios.cli;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
import dev.cutover.rehearse.Progress;
import java.util.Map;
import java.util.Set;

/** An event log that also tells whoever watches what happens to faults. */
record FaultNotes(EventLog log, Progress progress) implements EventLog {

    private static final Set<String> SHOWN = Set.of("verified", "not-verified", "healed", "heal-failed");

    @Override
    public Event record(String kind, Map<String, Object> fields) {
        Event event = log.record(kind, fields);
        if (kind.equals("fault") && SHOWN.contains(event.text("state"))) {
            progress.note(
                    "fault %s on %s: %s".formatted(event.text("fault"), event.text("target"), event.text("state")));
        }
        return event;
    }

    @Override
    public void close() {
        log.close();
    }
}
