package dev.cutover.reports.show;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers as people read them; what is not known is a dash, never a zero. */
public final class Show {
    public static final String NOTHING = "–";

    private Show() {}

    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    public static String count(OptionalLong value) {
        return value.isPresent() ? count(value.getAsLong()) : NOTHING;
    }

    /** 0.42 ms, 4.2 ms, 42 ms, 1.24 s, 2:05 min. */
    public static String millis(OptionalDouble value) {
        return value.isPresent() ? millis(value.getAsDouble()) : NOTHING;
    }

    public static String millis(double ms) {
        double size = Math.abs(ms);
        if (size >= 119_500) {
            return clock(ms / 1_000) + " min";
        }
        if (size >= 999.5) {
            return String.format(
                    Locale.ROOT, size >= 99_950 ? "%.0f s" : size >= 9_995 ? "%.1f s" : "%.2f s", ms / 1_000);
        }
        if (size == 0) {
            return "0 ms";
        }
        return String.format(Locale.ROOT, size >= 9.95 ? "%.0f ms" : size >= 0.995 ? "%.1f ms" : "%.2f ms", ms);
    }

    /** A whole number of milliseconds or seconds, for axes. */
    public static String shortMillis(double ms) {
        return ms < 1_000
                ? String.format(Locale.ROOT, ms < 1 ? "%.1f ms" : "%.0f ms", ms)
                : String.format(Locale.ROOT, "%.0f s", ms / 1_000);
    }

    public static String seconds(OptionalDouble value) {
        return value.isPresent() ? millis(value.getAsDouble() * 1_000) : NOTHING;
    }

    /** A rate in events a second. */
    public static String rate(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,.1f/s", value.getAsDouble()) : NOTHING;
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, share == Math.rint(share * 100) / 100 ? "%.0f %%" : "%.1f %%", share * 100);
    }

    /** Minutes and seconds since the origin of a report's times: 1:07. */
    public static String clock(double seconds) {
        long whole = Math.round(Math.abs(seconds));
        return (seconds <= -0.5 ? "-" : "") + whole / 60 + String.format(Locale.ROOT, ":%02d", whole % 60);
    }

    public static String orNothing(String text) {
        return text.isBlank() ? NOTHING : text;
    }
}
