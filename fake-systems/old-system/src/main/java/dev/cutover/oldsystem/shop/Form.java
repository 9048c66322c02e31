package dev.cutover.oldsystem.shop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a request; every accessor throws a malformed {@link Refusal} that names the field. */
public final class Form {
    /** Largest amount, in cents: 17 digits, so that it fits numeric(19,2) as well. */
    public static final long MAX_CENTS = 99_999_999_999_999_999L;

    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());
    private static final Pattern OPERATION_ID = Pattern.compile("[1-9][0-9]{0,18}");

    private final JsonNode fields;

    private Form(JsonNode fields) {
        this.fields = fields;
    }

    /** Reads a JSON object. */
    public static Form parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null || !node.isObject()) {
                throw Refusal.malformed("body: expected one JSON object");
            }
            return new Form(node);
        } catch (IOException e) {
            throw Refusal.malformed("body: not JSON");
        }
    }

    long opId() {
        String text = text("opId");
        if (!OPERATION_ID.matcher(text).matches()) {
            throw expected("opId", "a positive 64-bit integer as decimal string");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw expected("opId", "a positive 64-bit integer as decimal string");
        }
    }

    long positive(String name) {
        return whole(name, 1, Long.MAX_VALUE);
    }

    int whole(String name, int min, int max) {
        return (int) whole(name, (long) min, max);
    }

    long whole(String name, long min, long max) {
        JsonNode node = fields.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw expected(name, "a whole number from " + min + " to " + max);
        }
        return node.longValue();
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null || text.isBlank()) {
            throw expected(name, "a text that is not blank");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode node = fields.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.textValue().indexOf('\0') >= 0) { // PostgreSQL has no U+0000 in texts
            throw expected(name, "a text without U+0000");
        }
        return node.textValue();
    }

    private static Refusal expected(String name, String what) {
        return Refusal.malformed(name + ": expected " + what);
    }
}
