package dev.cutover.newsystem.orders;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A request's body; what it cannot give as asked for is a malformed {@link Problem}. */
public final class Payload {
    /** Largest amount of a request: 15 digits before the point. */
    static final BigDecimal MAX_AMOUNT = new BigDecimal("999999999999999.99");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode root;

    private Payload(JsonNode root) {
        this.root = root;
    }

    /** Parses a JSON object. */
    public static Payload of(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root != null && root.isObject()) {
                return new Payload(root);
            }
        } catch (IOException e) {
            throw Problem.malformed("The body is not JSON.");
        }
        throw Problem.malformed("The body is not a JSON object.");
    }

    /** A whole number within bounds. */
    public long integer(String field, long least, long most) {
        JsonNode node = root.path(field);
        if (node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= least
                && node.longValue() <= most) {
            return node.longValue();
        }
        throw malformed(field, "a whole number from " + least + " to " + most);
    }

    BigDecimal amount(String field, BigDecimal least) {
        JsonNode node = root.path(field);
        if (node.isNumber()) {
            BigDecimal amount = node.decimalValue();
            // the scale is looked at first: 1e999999999 must not be written out
            if (Math.abs((long) amount.scale()) <= 20 && fits(amount, least)) {
                return amount.setScale(2, RoundingMode.UNNECESSARY);
            }
        }
        throw malformed(field, "an amount from " + least + " to " + MAX_AMOUNT + " with at most two decimals");
    }

    private static boolean fits(BigDecimal amount, BigDecimal least) {
        return amount.stripTrailingZeros().scale() <= 2
                && amount.compareTo(least) >= 0
                && amount.compareTo(MAX_AMOUNT) <= 0;
    }

    String text(String field) {
        String text = textOrNull(field);
        if (text == null || text.isBlank()) {
            throw malformed(field, "a text that is not blank");
        }
        return text;
    }

    @Nullable
    String textOrNull(String field) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isTextual() && node.textValue().indexOf('\0') < 0) { // the database takes no U+0000
            return node.textValue();
        }
        throw malformed(field, "a text without U+0000, or null");
    }

    private static Problem malformed(String field, String expected) {
        return Problem.malformed("Field " + field + ": expected " + expected + ".");
    }
}
