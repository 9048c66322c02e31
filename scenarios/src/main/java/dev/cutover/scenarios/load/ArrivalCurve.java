package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.ArrivalFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** How load rises and falls: a real log, one of its minutes for each second of the run, starting over at its end. */
final class ArrivalCurve {
    private static final String RESOURCE = "worldcup98-1998-05-21.csv";

    private final long[] counts;
    private final double mean;

    ArrivalCurve(long... counts) {
        this.counts = counts.clone();
        this.mean = Arrays.stream(counts).average().orElse(0);
        if (mean <= 0) {
            throw new IllegalArgumentException("an arrival curve needs at least one arrival");
        }
    }

    /** With these counts; without any, the log of a match of the World Cup of 1998. */
    static ArrivalCurve of(List<Long> counts) {
        return counts.isEmpty()
                ? worldCup()
                : new ArrivalCurve(counts.stream().mapToLong(Long::longValue).toArray());
    }

    static ArrivalCurve worldCup() {
        try (InputStream in = ArrivalCurve.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return of(ArrivalFile.counts(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int seconds() {
        return counts.length;
    }

    /** The rate in that second of the run, as a multiple of the curve's mean. */
    double factor(int second) {
        return (double) counts[second % counts.length] / mean;
    }
}
