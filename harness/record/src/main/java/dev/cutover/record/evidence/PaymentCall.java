package dev.cutover.record.evidence;

import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One call that the payment provider received.
 *
 * @param ns when, on the run's monotonic clock
 * @param operation the idempotency key as an operation id; 0 if it was none
 * @param key the idempotency key as it came
 * @param caller {@code old} or {@code new}
 * @param status what the provider answered
 */
public record PaymentCall(
        long ns, long operation, String key, String caller, long order, long amountCents, int status) {

    /** True if this call made, or confirmed, a charge. */
    public boolean charged() {
        return status >= 200 && status < 300;
    }

    static List<PaymentCall> read(Path file) throws IOException {
        return JsonLines.read(file).values().stream().map(PaymentCall::of).toList();
    }

    private static PaymentCall of(Map<String, Object> line) {
        String key = String.valueOf(line.get("operation"));
        return new PaymentCall(
                number(line, "ns"),
                operation(key),
                key,
                String.valueOf(line.get("caller")),
                number(line, "order"),
                number(line, "amountCents"),
                (int) number(line, "status"));
    }

    private static long operation(String key) {
        return key.matches("[1-9][0-9]{0,17}|[1-8][0-9]{18}") ? Long.parseLong(key) : 0;
    }

    private static long number(Map<String, Object> line, String field) {
        return line.get(field) instanceof Number number ? number.longValue() : -1;
    }
}
