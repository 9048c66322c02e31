package dev.cutover.harness.environment.processes;

import dev.cutover.harness.evidence.Event;
import dev.cutover.harness.evidence.EventLog;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

final class MemoryEvents implements EventLog {
    final Queue<Event> events = new ConcurrentLinkedQueue<>();

    @Override
    public Event record(String kind, Map<String, Object> fields) {
        Event event = new Event(System.nanoTime(), Instant.EPOCH, kind, fields);
        events.add(event);
        return event;
    }

    @Override
    public void close() {}
}
