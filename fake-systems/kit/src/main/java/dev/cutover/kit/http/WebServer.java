package dev.cutover.kit.http;

import dev.cutover.kit.health.Health;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: a virtual thread for each request, because every one blocks on the database. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MAX_TASKS = 4_000; // the default of 200 would make connections wait
    private static final long IDLE_MS = 30_000;
    private static final long STOP_MS = 1_000;

    private final Server server = new Server(new VirtualThreadPool(MAX_TASKS));

    /** Serves the pages for operators and the system's own endpoint; errors answers what the server itself refuses. */
    public WebServer(
            InetSocketAddress address,
            Handler endpoint,
            Request.Handler errors,
            Health health,
            PrometheusMeterRegistry meters) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MS);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new Handler.Sequence(new OperatorPages(health, meters), endpoint)));
        server.setErrorHandler(errors);
        server.setStopTimeout(STOP_MS);
    }

    /** Listens. */
    public void start() throws Exception {
        server.start();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // Jetty declares nothing narrower
            LOG.warn("the web server did not stop cleanly: {}", e.toString());
        }
    }
}
