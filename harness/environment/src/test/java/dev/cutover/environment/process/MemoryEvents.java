package dev.cutover.environment.process;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
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
