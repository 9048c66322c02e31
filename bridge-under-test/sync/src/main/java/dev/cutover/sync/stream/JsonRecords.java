package dev.cutover.sync.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Java records as JSON: what travels on the topics and in answers over HTTP. */
public final class JsonRecords {
    /** A note may be as long as a database allows. */
    private static final StreamReadConstraints LONG_TEXTS =
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();

    private static final ObjectMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LONG_TEXTS).build())
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonRecords() {}

    /** A record as UTF-8 bytes. */
    public static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
        }
    }

    /** The record in those bytes; a missing number or an unknown word is refused, an unknown field is not. */
    public static <T> T read(byte[] bytes, Class<T> type) {
        T value;
        try {
            value = JSON.readValue(bytes, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("must be a " + type.getSimpleName() + " as JSON: " + e.getMessage(), e);
        }
        if (value == null) {
            throw new IllegalArgumentException("must be a " + type.getSimpleName() + " as JSON, found null");
        }
        return value;
    }
}
