package dev.cutover.rehearse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of the machine's processor time is in use, by whomever: what is slow on a machine without time to spare may be right. */
public final class Processors {

    private static final int YIELDING = 1;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;
    private static final int FIELDS = 8;

    /** Shares of the processor time between two looks; null if it is not known. What the machine's host gave to others is stolen, and busy; programs that are nice give way, and are not. */
    public record Use(@Nullable Double busy, @Nullable Double stolen) {}

    private final Path file;
    private long[] before;

    /** Of the machine that this runs on. */
    public Processors() {
        this(Path.of("/proc/stat"));
    }

    /** As such a file tells of them; where there is none, nothing is known of any. */
    public Processors(Path file) {
        this.file = file;
        this.before = ticks();
    }

    /** Since the last call. */
    public Use use() {
        long[] now = ticks();
        long[] spent = new long[FIELDS];
        Arrays.setAll(spent, i -> now[i] - before[i]);
        before = now;
        double all = Arrays.stream(spent).sum();
        return all <= 0
                ? new Use(null, null)
                : new Use(1 - (spent[IDLE] + spent[WAITING] + spent[YIELDING]) / all, spent[STOLEN] / all);
    }

    /** Of the file's first line, {@code cpu user nice system idle iowait irq softirq steal …}; zeros where there is none. */
    private long[] ticks() {
        try {
            List<String> fields =
                    List.of(Files.readAllLines(file).getFirst().trim().split(" +"));
            return fields.subList(1, 1 + FIELDS).stream()
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (IOException | RuntimeException e) {
            return new long[FIELDS];
        }
    }
}
