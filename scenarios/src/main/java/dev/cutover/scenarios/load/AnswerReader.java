package dev.cutover.scenarios.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads answers of the old contract. */
final class AnswerReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerReader() {}

    /** Null if it is no answer of the contract. */
    static @Nullable Answer read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || !json.path("rc").isIntegralNumber()) {
                return null;
            }
            String email = json.path("email").isTextual() ? json.path("email").textValue() : null;
            return new Answer(json.path("rc").intValue(), json.path("ver").intValue(), seen(json), email);
        } catch (IOException e) {
            return null;
        }
    }

    private static long seen(JsonNode json) {
        JsonNode orders = json.path("orders");
        if (!orders.isEmpty()) {
            return orders.path(orders.size() - 1).path("ordNo").longValue();
        }
        return json.path(json.has("ordNo") ? "ordNo" : "creditC").longValue();
    }
}
