package dev.cutover.newsystem.api;

import dev.cutover.newsystem.orders.Fences;
import dev.cutover.newsystem.orders.Payload;
import dev.cutover.newsystem.orders.Problem;
import dev.cutover.newsystem.orders.Request;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Reads what the headers of a request say. */
final class Headers {
    private Headers() {}

    static Request request(HttpFields fields, Map<String, String> path, byte[] body) {
        return new Request(
                path,
                () -> Payload.of(body),
                fields.get("Idempotency-Key"),
                fields.get("Operation-Id"),
                fence(fields.get("X-Bucket"), fields.get("X-Epoch")),
                "true".equalsIgnoreCase(fields.get("X-Shadow")),
                "suppress".equalsIgnoreCase(fields.get("X-Effects")));
    }

    private static Fences.@Nullable Pass fence(@Nullable String bucket, @Nullable String epoch) {
        if (bucket == null && epoch == null) {
            return null;
        }
        try {
            return new Fences.Pass(Integer.parseInt(String.valueOf(bucket)), Long.parseLong(String.valueOf(epoch)));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("Headers X-Bucket, X-Epoch: expected 0 … " + Fences.LAST_BUCKET
                    + " and a whole number, found " + bucket + " and " + epoch + ".");
        }
    }
}
