package dev.cutover.rehearse.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A log of arrivals: a line for each period, the count in its last column; lines without one, such as a head, are passed over. */
public final class ArrivalFile {
    private ArrivalFile() {}

    /**
     * The counts, in order.
     *
     * @throws IOException if it cannot be read, or counts nothing
     */
    public static List<Long> read(Path file) throws IOException {
        List<Long> counts = counts(Files.readAllLines(file));
        if (counts.stream().noneMatch(count -> count > 0)) {
            throw new IOException(file + " has no line that ends with a count above 0, such as 07:00,352");
        }
        return counts;
    }

    /** The counts of these lines. */
    public static List<Long> counts(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .filter(count -> count.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }
}
