package dev.cutover.bridge.traffic;

import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.ReturnCode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.OptionalLong;

/** What a client gets, in the old contract; {@code rc} is -1 if the body has none. */
public record Answer(int status, MultiMap headers, Buffer body, int rc) {
    /** What an answer promises. */
    public enum Outcome {
        OK,
        /** Nothing happened. */
        REFUSED,
        UNKNOWN
    }

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final int LOOK_AHEAD = 512;

    /** One of the old system's, with its end-to-end headers. */
    static Answer passedOn(int status, MultiMap headers, Buffer body) {
        return new Answer(status, headers, body, rcOf(body));
    }

    /** One made here. */
    public static Answer of(OldAnswer answer, String servedBy) {
        MultiMap headers =
                HttpHeaders.headers().set(HttpHeaders.CONTENT_TYPE, JSON).set(Headers.SERVED_BY, servedBy);
        return new Answer(answer.status(), headers, Buffer.buffer(Json.write(answer.body())), answer.rc());
    }

    /** Whether the system that was asked does not own the bucket any more. */
    public boolean isFenced() {
        return rc == ReturnCode.FENCED;
    }

    public Outcome outcome() {
        if (rc == ReturnCode.OK) {
            return Outcome.OK;
        }
        return rc > 0 && rc < ReturnCode.INTERNAL ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    private static int rcOf(Buffer body) {
        OptionalLong early = Json.first(body.getBytes(0, Math.min(LOOK_AHEAD, body.length())), "rc");
        OptionalLong rc = early.isPresent() || body.length() <= LOOK_AHEAD ? early : Json.first(body.getBytes(), "rc");
        return (int) rc.orElse(-1);
    }
}
