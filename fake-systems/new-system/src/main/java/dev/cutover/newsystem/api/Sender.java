package dev.cutover.newsystem.api;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends a whole answer with its length. */
final class Sender {
    private Sender() {}

    static void send(Response response, Callback callback, Body body) {
        response.setStatus(body.status());
        response.getHeaders().put("X-Served-By", "new");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.bytes().remaining());
        response.write(true, body.bytes(), callback);
    }
}
