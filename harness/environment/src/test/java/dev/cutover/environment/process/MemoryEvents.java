package dev.cutover.environment.process;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.ProcessEvent;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** An event log in memory. */
final class MemoryEvents implements EventLog {
    final Queue<Event> events = new ConcurrentLinkedQueue<>();

    @Override
    public LogEntry record(Event event) {
        events.add(event);
        return new LogEntry(events.size(), System.nanoTime(), Instant.EPOCH, event);
    }

    /** The events of processes, of one type. */
    <E extends ProcessEvent> Stream<E> processes(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    @Override
    public void close() {}
}
