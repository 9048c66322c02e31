package dev.cutover.record.event;

/** Append-only record of what the testbed did; an event is on disk before {@code record} returns. Safe for many threads. */
public interface EventLog extends AutoCloseable {

    LogEntry record(Event event);

    @Override
    void close();
}
