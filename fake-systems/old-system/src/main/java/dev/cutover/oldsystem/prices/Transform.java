package dev.cutover.oldsystem.prices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Second step: text to price update. */
final class Transform {
    private final ObjectMapper json = new ObjectMapper();

    PriceUpdate transform(@Nullable String value) {
        try {
            JsonNode node = json.readTree(value == null ? "" : value);
            return new PriceUpdate(node.path("sku").asText(), whole(node, "cents"), whole(node, "seq"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected a price update in JSON", e);
        }
    }

    private static long whole(JsonNode node, String field) {
        if (!node.path(field).canConvertToLong() || !node.path(field).isIntegralNumber()) {
            throw new IllegalArgumentException("price update: expected a whole number as " + field);
        }
        return node.path(field).longValue();
    }
}
