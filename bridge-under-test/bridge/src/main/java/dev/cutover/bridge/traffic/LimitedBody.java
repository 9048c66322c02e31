package dev.cutover.bridge.traffic;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request's body, but not more than a limit of bytes. */
public final class LimitedBody {
    private final long limit;
    private final Promise<Buffer> whole = Promise.promise();
    private Buffer body = Buffer.buffer();

    private LimitedBody(long limit) {
        this.limit = limit;
    }

    /** Fails with {@link TooLarge}, or with the exception of a broken connection. */
    public static Future<Buffer> read(HttpServerRequest request, long limit) {
        String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > limit) {
            return Future.failedFuture(new TooLarge());
        }
        LimitedBody reading = new LimitedBody(limit);
        request.handler(reading::append)
                .endHandler(end -> reading.whole.tryComplete(reading.body))
                .exceptionHandler(reading.whole::tryFail);
        return reading.whole.future();
    }

    private void append(Buffer chunk) {
        if (body.length() + chunk.length() > limit) {
            body = Buffer.buffer();
            whole.tryFail(new TooLarge());
        } else if (!whole.future().isComplete()) {
            body = body.length() == 0 ? chunk : body.appendBuffer(chunk);
        }
    }

    /** The body is larger than the limit. */
    public static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("body too large", null, false, false);
        }
    }
}
