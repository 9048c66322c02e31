package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Whole cents and decimals with two digits, without binary floating point on the way. */
public final class Money {
    private Money() {}

    /** 1230 → 12.30. */
    public static BigDecimal decimal(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** 12.30 → 1230; throws UnreadableAnswer for fractions of a cent and for what is no number. */
    public static long cents(JsonNode amount) throws UnreadableAnswer {
        try {
            if (amount.isNumber()) {
                return amount.decimalValue().movePointRight(2).longValueExact();
            }
        } catch (ArithmeticException e) {
            // Falls through to the error below: a part of a cent, or too large.
        }
        throw new UnreadableAnswer("expected an amount with at most two decimals, found: " + amount);
    }
}
