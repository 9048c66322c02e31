package dev.cutover.bridge.traffic;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** A request to a system: headers belong to it and may be changed by it. */
public record Outgoing(
        HttpMethod method,
        String path,
        MultiMap headers,
        @Nullable Buffer body) {}
