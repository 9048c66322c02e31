package dev.cutover.environment.container;

import dev.cutover.environment.ProxyHost;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Proxies as containers, each at home in both networks of its link. Safe for many threads. */
final class LinkContainers implements ProxyHost {
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
    private record Ends(LinkNetwork.Endpoint client, LinkNetwork.Endpoint server) {
        Address listen() {
            return new Address(client.address(), LISTEN);
        }

        /** Its clients get at the links only: the API is on the other side. */
        Address admin() {
            return new Address(server.address(), ADMIN);
        }
    }

    LinkContainers(LinkNetworks networks, String image, RuntimeSettings settings, ContainerEvents events) {
        this.networks = networks;
        this.image = image;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public Address listen(Link link) {
        return endsOf(link).listen();
    }

    @Override
    public Run start(Link link, Program program) {
        DockerContainer again = containers.computeIfPresent(link.name(), (name, killed) -> {
            killed.startAgain();
            return killed;
        });
        DockerContainer running =
                again != null ? again : containers.computeIfAbsent(link.name(), name -> first(link, program));
        events.started(running);
        return new Proxy(endsOf(link).admin(), running);
    }

    private DockerContainer first(Link link, Program program) {
        starting.acquireUninterruptibly();
        try {
            return DockerContainer.start(spec(link, program));
        } finally {
            starting.release();
        }
    }

    private DockerContainerSpec spec(Link link, Program program) {
        Ends own = endsOf(link);
        String name = "proxy-" + link.plainName();
        return new DockerContainerSpec(
                name,
                image,
                program.arguments().apply(own.admin()),
                program.environment(),
                "",
                List.of(own.client(), own.server()),
                List.of(),
                HiddenRuns.NONE,
                settings.run().logs().resolve(name + ".log"),
                ContainerLeftovers.labels(settings.owner()),
                Limits.NONE);
    }

    private Ends endsOf(Link link) {
        return ends.computeIfAbsent(
                link.name(),
                name -> new Ends(
                        networks.clientOf(link.client()).join(),
                        networks.serverOf(link.server()).join()));
    }

    /** There is no other way: a link's client and its server share no network, which is proven of each container. */
    @Override
    public boolean canBeBypassed() {
        return false;
    }

    /** The containers there are. */
    List<DockerContainer> containers() {
        return List.copyOf(containers.values());
    }

    void close() {
        containers.values().parallelStream().forEach(container -> container.remove(Duration.ZERO));
        containers.clear();
    }

    private record Proxy(Address admin, DockerContainer container) implements Run {
        @Override
        public long pid() {
            return container.pid();
        }

        @Override
        public boolean alive() {
            return container.alive();
        }

        @Override
        public void kill() {
            container.kill();
        }
    }
}
