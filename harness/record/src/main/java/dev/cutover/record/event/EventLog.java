package dev.cutover.record.event;

import java.util.Map;

/** Append-only record of what the harness did; an event is on disk before {@code record} returns. Safe for many threads. */
public interface EventLog extends AutoCloseable {

    Event record(String kind, Map<String, Object> fields);

    @Override
    void close();
}
