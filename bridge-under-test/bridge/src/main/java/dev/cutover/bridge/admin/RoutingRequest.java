package dev.cutover.bridge.admin;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutover.bridge.routing.Mode;
import dev.cutover.bridge.routing.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What an operator asks for. */
record RoutingRequest(@Nullable Mode mode, @Nullable Double newShare) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Throws IllegalArgumentException, in words for the operator, if this is no routing. */
    static Target read(byte[] body) {
        RoutingRequest request;
        try {
            request = JSON.readValue(body, RoutingRequest.class);
        } catch (IOException e) {
            throw e.getCause() instanceof IllegalArgumentException wrong ? wrong : nonsense(body);
        }
        if (request == null || request.mode == null) {
            throw nonsense(body);
        }
        if (request.newShare == null && request.mode == Mode.SPLIT) {
            throw new IllegalArgumentException("newShare: expected a number from 0 to 1, found none");
        }
        return new Target(request.mode, request.newShare == null ? 0 : request.newShare);
    }

    private static IllegalArgumentException nonsense(byte[] body) {
        return new IllegalArgumentException(
                "expected {\"mode\":\"split\",\"newShare\":0.1}, found: " + new String(body, StandardCharsets.UTF_8));
    }
}
