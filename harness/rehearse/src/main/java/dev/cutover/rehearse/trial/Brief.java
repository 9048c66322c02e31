package dev.cutover.rehearse.trial;

import java.time.Duration;

/** What came of trials, in few words. */
final class Brief {

    private static final int LONGEST = 200;

    private Brief() {}

    /** In one line, a long text by its beginning. */
    static String line(String text) {
        String line = oneLine(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** How much of a limit was taken. */
    static String of(Duration took, Duration limit) {
        return "%.1f s of %.0f s".formatted(took.toMillis() / 1_000.0, limit.toMillis() / 1_000.0);
    }
}
