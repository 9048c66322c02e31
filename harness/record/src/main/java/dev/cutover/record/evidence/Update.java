package dev.cutover.record.evidence;

import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An update of an entity that was published to both systems from outside.
 *
 * @param sequence no two updates have the same; a higher one replaces a lower one of its key
 * @param text the canonical text of the row that it makes
 * @param acknowledged whether the broker has acknowledged it
 */
public record Update(String key, long sequence, String text, boolean acknowledged) {

    static List<Update> read(Path file) throws IOException {
        List<Logged> sent = new ArrayList<>();
        Set<Long> acknowledged = new HashSet<>();
        JsonLines.each(file, Logged.class, line -> {
            if (line.acknowledgedNs() != null) {
                acknowledged.add(line.sequence());
            } else {
                sent.add(line);
            }
        });
        return sent.stream()
                .map(line -> line.update(acknowledged.contains(line.sequence())))
                .toList();
    }

    /** A line before an update is sent, and another one, without key and text, once it is acknowledged. */
    record Logged(
            long sequence,
            @Nullable String key,
            @Nullable String text,
            @Nullable Long acknowledgedNs) {

        Logged {
            if ((key == null) != (text == null) || (key == null) == (acknowledgedNs == null)) {
                throw new IllegalArgumentException("an update has key and text, or acknowledgedNs");
            }
        }

        Update update(boolean isAcknowledged) {
            return new Update(String.valueOf(key), sequence, String.valueOf(text), isAcknowledged);
        }
    }
}
