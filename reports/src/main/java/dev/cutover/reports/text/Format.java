package dev.cutover.reports.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them; what is not known is a dash, never a zero. */
public final class Format {
    public static final String NOTHING = "–";

    private Format() {}

    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    public static String count(@Nullable Long value) {
        return value != null ? count(value.longValue()) : NOTHING;
    }

    /** 0.42 ms, 4.2 ms, 42 ms, 1.24 s, 2:05 min. */
    public static String millis(@Nullable Double value) {
        return value != null ? millis(value.doubleValue()) : NOTHING;
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

    public static String seconds(@Nullable Double value) {
        return value != null ? millis(value * 1_000) : NOTHING;
    }

    /** A rate in events a second. */
    public static String rate(@Nullable Double value) {
        return value != null ? String.format(Locale.ROOT, "%,.1f/s", value) : NOTHING;
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, share == Math.rint(share * 100) / 100 ? "%.0f %%" : "%.1f %%", share * 100);
    }

    public static String percent(@Nullable Double share) {
        return share != null ? percent(share.doubleValue()) : NOTHING;
    }

    /** Minutes and seconds since the origin of a report's times: 1:07. */
    public static String clock(double seconds) {
        long whole = Math.round(Math.abs(seconds));
        return (seconds <= -0.5 ? "-" : "") + whole / 60 + String.format(Locale.ROOT, ":%02d", whole % 60);
    }

    public static String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
