package dev.cutover.newsystem.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.cutover.kit.http.WholeResponse;
import dev.cutover.newsystem.orders.Problem;
import dev.cutover.newsystem.orders.ProblemType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers in the API's form. */
final class Body {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    private Body() {}

    static WholeResponse json(int status, Object content) {
        return new WholeResponse(status, "application/json", write(content));
    }

    static WholeResponse problem(Problem problem) {
        return problem(problem.type(), problem.type().status(), problem.detail(), problem.householdVersion());
    }

    static WholeResponse problem(ProblemType type, int status, String detail, @Nullable Long householdVersion) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("type", "urn:shop:problem:" + type.code());
        content.put("title", type.title());
        content.put("status", status);
        content.put("detail", detail);
        content.put("householdVersion", householdVersion);
        return new WholeResponse(status, "application/problem+json", write(content));
    }

    static void send(Response response, Callback callback, WholeResponse answer) {
        response.getHeaders().put("X-Served-By", "new");
        answer.send(response, callback);
    }

    private static byte[] write(Object content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + content.getClass(), e);
        }
    }
}
