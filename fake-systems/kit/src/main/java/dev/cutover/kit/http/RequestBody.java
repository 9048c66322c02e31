package dev.cutover.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The body of a request, read whole. */
public final class RequestBody {
    private RequestBody() {}

    /** The bytes, or empty if there are more than at most. */
    public static Optional<byte[]> read(Request request, int atMost) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(atMost + 1);
            return body.length > atMost ? Optional.empty() : Optional.of(body);
        }
    }
}
