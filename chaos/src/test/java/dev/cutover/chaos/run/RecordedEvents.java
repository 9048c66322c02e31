package dev.cutover.chaos.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An event log in memory. */
final class RecordedEvents implements EventLog {

    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Override
    public Event record(String kind, Map<String, Object> fields) {
        var event = new Event(System.nanoTime(), Instant.now(), kind, fields);
        events.add(event);
        return event;
    }

    /** Fault id and state, in the order they were recorded. */
    List<String> steps() {
        return events.stream()
                .map(event -> event.fields().get("id") + " " + event.fields().get("state"))
                .toList();
    }

    List<Event> all() {
        return List.copyOf(events);
    }

    /** As lines of events.jsonl. */
    String lines() throws JsonProcessingException {
        var text = new StringBuilder();
        for (Event event : events) {
            Map<String, Object> line = new LinkedHashMap<>(event.fields());
            line.put("ns", event.ns());
            line.put("at", event.at().toString());
            line.put("kind", event.kind());
            text.append(JsonMapper.builder().build().writeValueAsString(line)).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() {}
}
