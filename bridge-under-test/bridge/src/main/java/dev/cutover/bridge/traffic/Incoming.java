package dev.cutover.bridge.traffic;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** A system's whole answer. */
public record Incoming(int status, MultiMap headers, Buffer body) {}
