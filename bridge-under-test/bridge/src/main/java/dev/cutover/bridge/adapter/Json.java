package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.OptionalLong;

/** JSON with exact decimals. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(64 << 20).build())
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Throws IOException if this is not one complete JSON value. */
    public static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** A tree, or a record. */
    public static byte[] write(Object json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException("this cannot be written as JSON: " + json, e);
        }
    }

    /**
     * The integer that a field of the top level has first; reads no further than that. Empty if there is none, or no
     * integer.
     */
    public static OptionalLong first(byte[] json, String field) {
        return scan(json, field, true);
    }

    /**
     * The integer that a field of the top level has last, as the systems read it; empty if there is none, or this is
     * not JSON.
     */
    public static OptionalLong last(byte[] json, String field) {
        return scan(json, field, false);
    }

    private static OptionalLong scan(byte[] json, String field, boolean first) {
        OptionalLong found = OptionalLong.empty();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OptionalLong.empty();
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (name.equals(field)) {
                    found = value == JsonToken.VALUE_NUMBER_INT
                            ? OptionalLong.of(parser.getLongValue())
                            : OptionalLong.empty();
                    if (first) {
                        return found;
                    }
                } else {
                    parser.skipChildren();
                }
            }
            return found;
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
