package dev.cutover.environment.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers from one to another, both included, as in {@code 2..8}. */
public record Range(long from, long to) {
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,18})\\.\\.(-?\\d{1,18})");

    public Range {
        if (from > to) {
            throw new IllegalArgumentException("a range goes up, but " + from + " is above " + to);
        }
    }

    /** Empty if it is none, or goes down. */
    public static Optional<Range> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(matcher)
                        .filter(range -> number(range, 1) <= number(range, 2))
                        .map(range -> new Range(number(range, 1), number(range, 2)))
                : Optional.empty();
    }

    private static long number(Matcher range, int group) {
        return Long.parseLong(range.group(group));
    }

    /** The mean of what is drawn from it evenly. */
    public double mean() {
        return (from + to) / 2.0;
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }
}
