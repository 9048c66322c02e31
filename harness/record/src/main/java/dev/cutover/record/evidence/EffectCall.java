package dev.cutover.record.evidence;

import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call for an effect, as it was recorded.
 *
 * @param ns when, on the run's monotonic clock
 * @param operation the idempotency key as an operation id; 0 if it was none
 * @param key the idempotency key as it came
 * @param caller {@code old} or {@code new}; empty if it is not known
 * @param subject what it was for
 * @param amount a number without needless zeros; empty if there was none
 * @param status what the third party answered
 */
public record EffectCall(
        long ns, long operation, String key, String caller, String subject, String amount, int status) {

    private static final int MOST_DIGITS = 40;

    /** True if this call made, or confirmed, the effect. */
    public boolean done() {
        return status >= 200 && status < 300;
    }

    /** All of them, in the order of the record. */
    public static List<EffectCall> read(Path file) throws IOException {
        List<EffectCall> calls = new ArrayList<>();
        JsonLines.each(file, Logged.class, line -> calls.add(line.call()));
        return calls;
    }

    /** A number as {@link #amount} is written; none if it is no number. */
    public static Optional<String> plain(String number) {
        try {
            return Optional.of(plain(new BigDecimal(number)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** So that equal numbers are equal texts. */
    private static String plain(BigDecimal amount) {
        if (Math.abs((long) amount.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException(amount + " is no amount");
        }
        return amount.stripTrailingZeros().toPlainString();
    }

    /** A line of the record: a call is a call, whatever it brings. */
    private record Logged(
            long ns,
            @Nullable String operation,
            @Nullable String caller,
            @Nullable String subject,
            @Nullable BigDecimal amount,
            int status) {

        EffectCall call() {
            String key = Objects.requireNonNullElse(operation, "");
            return new EffectCall(
                    ns,
                    OperationIds.read(key).orElse(0),
                    key,
                    Objects.requireNonNullElse(caller, ""),
                    Objects.requireNonNullElse(subject, ""),
                    amount == null ? "" : plain(amount),
                    status);
        }
    }
}
