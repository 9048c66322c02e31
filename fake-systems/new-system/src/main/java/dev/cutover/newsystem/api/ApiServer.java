package dev.cutover.newsystem.api;

import dev.cutover.newsystem.Health;
import dev.cutover.newsystem.orders.Resources.Resource;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the API, every request on a virtual thread. */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final int CONCURRENT = 4_000; // Jetty's default is 200

    private final Server server = new Server(new VirtualThreadPool(CONCURRENT));

    public ApiServer(
            InetSocketAddress address, List<Resource> resources, Health health, PrometheusMeterRegistry meters) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(30_000);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(
                new Handler.Sequence(new OperatorPages(health, meters), new ResourceEndpoint(resources, meters))));
        server.setErrorHandler(new ServerProblems());
        server.setStopTimeout(1_000);
    }

    /** Opens the port. */
    public void start() throws Exception {
        server.start();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // that is what Jetty declares
            LOG.warn("the API did not stop cleanly: {}", e.toString());
        }
    }
}
