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

    private final Sides sides;
    private final Semaphore starting = new Semaphore(AT_ONCE);
    private final String image;
    private final RuntimeSettings settings;
    private final ContainerEvents events;
    private final Map<String, Ends> ends = new ConcurrentHashMap<>();
    private final Map<String, Box> boxes = new ConcurrentHashMap<>();

    /** Where a proxy is: its place on the client's side, and on the server's. */
    private record Ends(Side.Endpoint client, Side.Endpoint server) {}

    LinkContainers(Sides sides, String image, RuntimeSettings settings, ContainerEvents events) {
        this.sides = sides;
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
        Box box = boxes.computeIfPresent(link.name(), (name, killed) -> {
            killed.startAgain();
            return killed;
        });
        Box running = box != null ? box : boxes.computeIfAbsent(link.name(), name -> first(link, environment));
        events.started(running);
        return new LinkContainer(running, new Address(endsOf(link).server().address(), ADMIN));
    }

    private Box first(Link link, Map<String, String> environment) {
        starting.acquireUninterruptibly();
        try {
            return Box.start(spec(link, environment));
        } finally {
            starting.release();
        }
    }

    private BoxSpec spec(Link link, Map<String, String> environment) {
        Ends own = endsOf(link);
        String name = "proxy-" + link.plainName();
        return new BoxSpec(
                name,
                image,
                // Its clients get at the links only: the API is on the other side.
                List.of("-host=" + own.server().address(), "-port=" + ADMIN),
                environment,
                "",
                List.of(own.client(), own.server()),
                List.of(),
                settings.run().logs().resolve(name + ".log"),
                Labels.of(settings.owner()));
    }

    private Ends endsOf(Link link) {
        return ends.computeIfAbsent(
                link.name(),
                name -> new Ends(
                        sides.clientOf(link.client()).join(),
                        sides.serverOf(link.server()).join()));
    }

    /** The containers there are. */
    List<Box> boxes() {
        return List.copyOf(boxes.values());
    }

    @Override
    public void close() {
        boxes.values().parallelStream().forEach(box -> box.remove(Duration.ZERO));
        boxes.clear();
    }
}
