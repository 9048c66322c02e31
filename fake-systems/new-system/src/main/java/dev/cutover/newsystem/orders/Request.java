package dev.cutover.newsystem.orders;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param path the variables of the path, by name
 * @param body parsed when asked for, after the fence
 * @param fence what it was routed under; null if it is not to be fenced
 * @param shadow whether the transaction is rolled back after the answer was computed
 * @param suppressEffects whether the payment provider is left alone
 */
public record Request(
        Map<String, String> path,
        Supplier<Payload> body,
        @Nullable String idempotencyKey,
        @Nullable String operationId,
        Fences.@Nullable Pass fence,
        boolean shadow,
        boolean suppressEffects) {
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,18}");

    Command command() {
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            throw Problem.malformed("Header Idempotency-Key: expected a text, found nothing.");
        }
        return new Command(number("h"), idempotencyKey, positive("Header Operation-Id", operationId));
    }

    Payload payload() {
        return body.get();
    }

    /** A positive number of the path. */
    long number(String variable) {
        return positive("Path, " + variable, path.get(variable));
    }

    private static long positive(String where, @Nullable String text) {
        try {
            if (text != null && POSITIVE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw Problem.malformed(where + ": expected at most " + Long.MAX_VALUE + ", found " + text + ".");
        }
        throw Problem.malformed(where + ": expected a positive whole number, found " + text + ".");
    }
}
