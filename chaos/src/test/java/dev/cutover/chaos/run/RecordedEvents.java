package dev.cutover.chaos.run;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.LogEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An event log in memory. */
final class RecordedEvents implements EventLog {

    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Override
    public LogEntry record(Event event) {
        events.add(event);
        return new LogEntry(events.size(), System.nanoTime(), Instant.now(), event);
    }

    /** Fault id and what was recorded of it, in the order it was recorded. */
    List<String> steps() {
        return events.stream()
                .filter(FaultEvent.class::isInstance)
                .map(FaultEvent.class::cast)
                .map(event -> event.id() + " " + step(event))
                .toList();
    }

    private static String step(FaultEvent event) {
        return switch (event) {
            case FaultEvent.Intended unused -> "intent";
            case FaultEvent.Injected unused -> "injected";
            case FaultEvent.Verified unused -> "verified";
            case FaultEvent.NotVerified unused -> "not-verified";
            case FaultEvent.Healed unused -> "healed";
            case FaultEvent.HealFailed unused -> "heal-failed";
        };
    }

    List<Event> all() {
        return List.copyOf(events);
    }

    /** Saves all events as a run would have. */
    void save(Path file) throws IOException {
        try (FileEventLog log = FileEventLog.open(file)) {
            events.forEach(log::record);
        }
    }

    @Override
    public void close() {}
}
