package dev.cutover.environment.container;

import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Starts the containers of links' proxies, each at home in both networks of its link. Safe for many threads. */
public final class LinkContainers implements AutoCloseable {
    private static final int LISTEN = 8_666;
    private static final int ADMIN = 8_474;

    /** Components start at the same time, and they are what the others wait for. */
    private static final int AT_ONCE = 3;

    private final LinkNetworks networks;
    private final Semaphore starting = new Semaphore(AT_ONCE);
    private final String image;
    private final RuntimeSettings settings;
    private final ContainerEvents events;
    private final Map<String, Ends> ends = new ConcurrentHashMap<>();
    private final Map<String, DockerContainer> containers = new ConcurrentHashMap<>();

    /** Where a proxy is: its place on the client's side, and on the server's. */
    private record Ends(LinkNetwork.Endpoint client, LinkNetwork.Endpoint server) {}

    LinkContainers(LinkNetworks networks, String image, RuntimeSettings settings, ContainerEvents events) {
        this.networks = networks;
        this.image = image;
        this.settings = settings;
        this.events = events;
    }

    /** Where the link's client connects to. */
    public Address listen(Link link) {
        return new Address(endsOf(link).client().address(), LISTEN);
    }

    /** Starts the proxy's container, or starts it again if it was killed; its API may take a moment to answer. */
    public LinkContainer start(Link link, Map<String, String> environment) {
        DockerContainer container = containers.computeIfPresent(link.name(), (name, killed) -> {
            killed.startAgain();
            return killed;
        });
        DockerContainer running = container != null
                ? container
                : containers.computeIfAbsent(link.name(), name -> first(link, environment));
        events.started(running);
        return new LinkContainer(running, new Address(endsOf(link).server().address(), ADMIN));
    }

    private DockerContainer first(Link link, Map<String, String> environment) {
        starting.acquireUninterruptibly();
        try {
            return DockerContainer.start(spec(link, environment));
        } finally {
            starting.release();
        }
    }

    private DockerContainerSpec spec(Link link, Map<String, String> environment) {
        Ends own = endsOf(link);
        String name = "proxy-" + link.plainName();
        return new DockerContainerSpec(
                name,
                image,
                // Its clients get at the links only: the API is on the other side.
                List.of("-host=" + own.server().address(), "-port=" + ADMIN),
                environment,
                "",
                List.of(own.client(), own.server()),
                List.of(),
                settings.run().logs().resolve(name + ".log"),
                ContainerLeftovers.labels(settings.owner()));
    }

    private Ends endsOf(Link link) {
        return ends.computeIfAbsent(
                link.name(),
                name -> new Ends(
                        networks.clientOf(link.client()).join(),
                        networks.serverOf(link.server()).join()));
    }

    /** The containers there are. */
    List<DockerContainer> containers() {
        return List.copyOf(containers.values());
    }

    @Override
    public void close() {
        containers.values().parallelStream().forEach(container -> container.remove(Duration.ZERO));
        containers.clear();
    }
}
