package dev.cutover.record.event;

import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code events.jsonl}, also of a run that was killed. */
public final class EventReader {
    private EventReader() {}

    /**
     * The events of a file.
     *
     * @param events in the order they were recorded
     * @param warnings one sentence for each line that had to be skipped
     */
    public record Events(List<Event> events, List<String> warnings) {
        public Events {
            events = List.copyOf(events);
            warnings = List.copyOf(warnings);
        }
    }

    /** Reads all events; a torn line is skipped with a warning. */
    public static Events read(Path file) throws IOException {
        JsonLines lines = JsonLines.read(file);
        List<Event> events = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        lines.torn()
                .forEach(line -> warnings.add(
                        file.getFileName() + " line " + line + " is torn: its writer was killed; skipped"));
        for (Map<String, Object> line : lines.values()) {
            try {
                events.add(event(line));
            } catch (IllegalArgumentException | DateTimeException e) {
                warnings.add(file.getFileName() + " has a line that is no event: " + e.getMessage() + "; skipped");
            }
        }
        return new Events(events, warnings);
    }

    private static Event event(Map<String, Object> line) {
        Map<String, Object> fields = new HashMap<>(line);
        fields.values().removeIf(value -> value == null);
        if (fields.remove("ns") instanceof Number ns
                && fields.remove("at") instanceof String at
                && fields.remove("kind") instanceof String kind) {
            return new Event(ns.longValue(), Instant.parse(at), kind, fields);
        }
        throw new IllegalArgumentException("expected ns, at and kind, found " + line.keySet());
    }
}
