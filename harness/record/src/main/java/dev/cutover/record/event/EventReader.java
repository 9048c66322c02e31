package dev.cutover.record.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code events.jsonl}, also of a run that was killed or damaged: the only reader there is. */
public final class EventReader {

    private EventReader() {}

    /**
     * What a file holds.
     *
     * @param entries whole lines, in the file's order
     * @param damage one sentence for each line that is torn, and for each place where lines are missing
     */
    public record Events(List<LogEntry> entries, List<String> damage) {
        public Events {
            entries = List.copyOf(entries);
            damage = List.copyOf(damage);
        }

        /** The events without their times. */
        public List<Event> events() {
            return entries.stream().map(LogEntry::event).toList();
        }
    }

    /** Reads all events; a torn line is skipped and told. */
    public static Events read(Path file) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        int number = 0;
        // Not Files.lines: that gives up at a byte which is no UTF-8, and a damaged file may have any.
        var decoded = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        try (var lines = new BufferedReader(decoded)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                read(file.getFileName() + " line " + number, line, entries, damage);
            }
        }
        return new Events(entries, damage);
    }

    private static void read(String place, String line, List<LogEntry> entries, List<String> damage) {
        try {
            LogEntry entry = EventFormat.read(line);
            long expected = entries.isEmpty() ? 1 : entries.getLast().seq() + 1;
            if (entry.seq() != expected) {
                damage.add(place + " is event " + entry.seq() + ", but event " + expected + " was to follow");
            }
            entries.add(entry);
        } catch (IllegalArgumentException e) {
            damage.add(place + " " + e.getMessage());
        }
    }
}
