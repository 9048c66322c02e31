package dev.cutover.bridge.traffic;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls one system over a pool of connections of its own, from the event loop. A call ends after {@code timeout} at the
 * latest, fails with a {@link LinkFault}, and is never sent twice.
 */
public final class SystemClient {
    private static final int CONNECT_TIMEOUT_MS = 500;

    /** Below the 30 s after which servers close idle connections, or requests would be lost to the closing. */
    private static final int IDLE_SECONDS = 20;

    /** A request to a system: the headers belong to it and may be changed by it. */
    public record Request(
            HttpMethod method,
            String path,
            MultiMap headers,
            @Nullable Buffer body) {}

    /** A system's whole answer. */
    public record Response(int status, MultiMap headers, Buffer body) {}

    private final Vertx vertx;
    private final HttpClient client;
    private final String basePath;
    private final Duration timeout;

    public SystemClient(Vertx vertx, URI base, int connections, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
        this.basePath = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(base.getHost())
                        .setDefaultPort(base.getPort() < 0 ? 80 : base.getPort())
                        .setConnectTimeout(CONNECT_TIMEOUT_MS)
                        .setKeepAliveTimeout(IDLE_SECONDS)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(16 * connections));
    }

    public Future<Response> call(Request request) {
        return new Call(vertx, timeout).start(client, basePath, request);
    }
}
