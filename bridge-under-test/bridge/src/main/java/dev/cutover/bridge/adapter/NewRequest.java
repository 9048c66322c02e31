package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** A request of the new contract: method, path and, unless null, the body. */
public record NewRequest(
        HttpMethod method, String path, @Nullable ObjectNode body) {

    static NewRequest of(HttpMethod method, String path) {
        return new NewRequest(method, path, null);
    }
}
