package dev.cutover.record.evidence;

import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An update of an entity that was published to both systems from outside.
 *
 * @param sequence no two updates have the same; a higher one replaces a lower one of its key
 * @param text the canonical text of the row that it makes
 * @param acknowledged whether the broker has acknowledged it
 */
public record Update(String key, long sequence, String text, boolean acknowledged) {

    /** Reads a line for each update before it is sent, and another one once it is acknowledged. */
    static List<Update> read(Path file) throws IOException {
        List<Map<String, Object>> lines = JsonLines.read(file).values();
        Set<Long> acknowledged = lines.stream()
                .filter(line -> !line.containsKey("key"))
                .map(Update::sequence)
                .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> line.containsKey("key"))
                .map(line -> new Update(
                        String.valueOf(line.get("key")),
                        sequence(line),
                        String.valueOf(line.get("text")),
                        acknowledged.contains(sequence(line))))
                .toList();
    }

    private static long sequence(Map<String, Object> line) {
        return line.get("sequence") instanceof Number number ? number.longValue() : -1;
    }
}
