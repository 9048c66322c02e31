package dev.cutover.record.evidence;

import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call for an effect, as the third party recorded it.
 *
 * @param ns when, on the run's monotonic clock
 * @param operation the idempotency key as an operation id; 0 if it was none
 * @param key the idempotency key as it came
 * @param caller {@code old} or {@code new}
 * @param subject what it was for
 * @param amount in the third party's smallest unit
 * @param status what the third party answered
 */
public record EffectCall(long ns, long operation, String key, String caller, String subject, long amount, int status) {

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

    /** A line of the third party's record: a call is a call, whatever it brings. */
    private record Logged(
            long ns,
            @Nullable String operation,
            @Nullable String caller,
            @Nullable String subject,
            @Nullable Long amount,
            int status) {

        EffectCall call() {
            String key = Objects.requireNonNullElse(operation, "");
            return new EffectCall(
                    ns,
                    OperationIds.read(key).orElse(0),
                    key,
                    Objects.requireNonNullElse(caller, ""),
                    Objects.requireNonNullElse(subject, ""),
                    Objects.requireNonNullElse(amount, -1L),
                    status);
        }
    }
}
