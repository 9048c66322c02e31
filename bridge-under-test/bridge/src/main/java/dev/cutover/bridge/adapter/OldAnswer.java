package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer of the old contract: HTTP status and body. */
public record OldAnswer(int status, ObjectNode body) {

    /** One that carries nothing but a return code and a sentence. */
    public static OldAnswer of(int status, int rc, String msg) {
        return new OldAnswer(status, Json.object().put("rc", rc).put("msg", msg));
    }

    public int rc() {
        return body.path("rc").asInt();
    }
}
