package dev.cutover.rehearse.load;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a value is written so that it cannot be taken for what is around it. */
public enum Escape {
    NONE {
        @Override
        String of(String value) {
            return value;
        }
    },

    /** In a JSON text. */
    JSON {
        @Override
        String of(String value) {
            return new String(JsonStringEncoder.getInstance().quoteAsString(value));
        }
    },

    /** In a path, a query or a form. */
    PERCENT {
        @Override
        String of(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    };

    abstract String of(String value);

    /** Appends it; most values need no escape. */
    void append(String value, StringBuilder to) {
        for (int i = 0; i < value.length(); i++) {
            if (!plain(value.charAt(i))) {
                to.append(of(value));
                return;
            }
        }
        to.append(value);
    }

    private static boolean plain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }
}
