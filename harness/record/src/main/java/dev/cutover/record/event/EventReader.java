package dev.cutover.record.event;

import dev.cutover.record.json.Lines;
import java.io.IOException;
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
        Lines.each(file, (line, number) -> read(file.getFileName() + " line " + number, line, entries, damage));
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
