package dev.cutover.newsystem.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.cutover.newsystem.orders.Problem;
import dev.cutover.newsystem.orders.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer's status, type and bytes. */
record Body(int status, String type, ByteBuffer bytes) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    static Body json(int status, Object content) {
        return new Body(status, "application/json", write(content));
    }

    static Body problem(Problem problem) {
        return problem(problem.type(), problem.type().status(), problem.detail(), problem.householdVersion());
    }

    static Body problem(ProblemType type, int status, String detail, @Nullable Long householdVersion) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("type", "urn:shop:problem:" + type.code());
        content.put("title", type.title());
        content.put("status", status);
        content.put("detail", detail);
        content.put("householdVersion", householdVersion);
        return new Body(status, "application/problem+json", write(content));
    }

    static Body text(String content) {
        return new Body(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static ByteBuffer write(Object content) {
        try {
            return ByteBuffer.wrap(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + content.getClass(), e);
        }
    }
}
