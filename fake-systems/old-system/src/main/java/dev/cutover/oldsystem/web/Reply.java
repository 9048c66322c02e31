package dev.cutover.oldsystem.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.kit.http.WholeResponse;
import dev.cutover.oldsystem.shop.Answer;
import dev.cutover.oldsystem.shop.Rc;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers in the old contract's form. */
final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reply() {}

    static void send(Response response, Callback callback, int status, Answer answer) {
        response.getHeaders().put("X-Served-By", "old");
        if (answer.replayed()) {
            response.getHeaders().put("X-Replayed", "true");
        }
        new WholeResponse(status, "application/json", bytes(answer)).send(response, callback);
    }

    /** Errors are 200 with a return code, unless the outcome is unknown. */
    static int status(Rc rc) {
        return switch (rc) {
            case INTERNAL -> 500;
            case DEPENDENCY -> 503;
            default -> 200;
        };
    }

    private static byte[] bytes(Answer answer) {
        try {
            return JSON.writeValueAsBytes(answer.fields());
        } catch (JsonProcessingException e) {
            return "{\"rc\":50}".getBytes(StandardCharsets.UTF_8);
        }
    }
}
