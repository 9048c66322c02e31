package dev.cutover.kit.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response that is sent at once, with its length. */
@SuppressWarnings("ArrayRecordComponent") // written once and sent, never compared
public record WholeResponse(int status, String type, byte[] body) {
    /** Sends it, with the headers that were set before. */
    public void send(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
