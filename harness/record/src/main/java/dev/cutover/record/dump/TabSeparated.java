package dev.cutover.record.dump;

import org.jspecify.annotations.Nullable;

/** Rows as lines: tab, line feed and backslash inside a value are escaped with a backslash, and NULL is {@code \\N}, as in PostgreSQL's COPY. */
public final class TabSeparated {
    private TabSeparated() {}

    /** The row as a line, without its end. */
    public static String line(@Nullable String... values) {
        var line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : "\t").append(escape(values[i]));
        }
        return line.toString();
    }

    /** The values of a line that {@link #line} made. */
    public static @Nullable String[] values(String line) {
        @Nullable String[] values = line.split("\t", -1);
        for (int i = 0; i < values.length; i++) {
            values[i] = unescape(String.valueOf(values[i]));
        }
        return values;
    }

    private static String escape(@Nullable String value) {
        return value == null
                ? StateDump.NULL
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private static @Nullable String unescape(String value) {
        if (value.equals(StateDump.NULL)) {
            return null;
        }
        if (value.indexOf('\\') < 0) {
            return value;
        }
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c == '\\' && i + 1 < value.length() ? meant(value.charAt(++i)) : c);
        }
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
        };
    }
}
