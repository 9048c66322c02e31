package dev.cutover.rehearse;

import java.time.Duration;

/** Texts of others as they stand in messages. */
final class Told {

    private static final int LONGEST = 500;

    private Told() {}

    static String time(Duration time) {
        long ms = time.toMillis();
        return ms < 1_000 ? ms + " ms" : "%.1f s".formatted(ms / 1_000.0);
    }

    /** The beginning, in one line. */
    static String shortly(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /** The end, where programs say what was wrong, in one line. */
    static String end(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : "… " + line.substring(line.length() - LONGEST);
    }
}
