package dev.cutover.environment.running;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.environment.Network;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.StartOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** A running environment, whatever its components run as. */
final class RunningEnvironment implements Environment {
    private final EnvironmentSpec spec;
    private final Addresses addresses;
    private final Map<String, StartableComponent> components;
    private final Platform platform;
    private final AtomicBoolean closed = new AtomicBoolean();

    RunningEnvironment(
            EnvironmentSpec spec, Addresses addresses, Map<String, StartableComponent> components, Platform platform) {
        this.spec = spec;
        this.addresses = addresses;
        this.components = components;
        this.platform = platform;
    }

    /**
     * Starts everything. A link is proven as soon as its server is ready, in the best case before its client starts; when all is ready,
     * nothing may be connected past the proxies, or reach the outside.
     */
    void start() {
        Network network = platform.network();
        Graph graph = new Graph(StartOrder.starting(spec.components()));
        graph.run(name -> {
            find(name).startFirst(graph::failed);
            spec.links().stream().filter(link -> link.server().equals(name)).forEach(network::prove);
        });
        Graph ready = new Graph(
                spec.components().keySet().stream().collect(Collectors.toMap(name -> name, name -> Set.of())));
        ready.run(name -> find(name).awaitReady(ready::failed));
        network.proveNoBypass();
        platform.proveIsolation();
    }

    @Override
    public Collection<Link> links() {
        return List.copyOf(spec.links());
    }

    @Override
    public Address proxy(String link) {
        return addresses.proxy(link);
    }

    @Override
    public Address direct(String component, String port) {
        return addresses.direct(component, port);
    }

    @Override
    public ClientRun startClient(ClientProgram program) {
        return platform.startClient(program);
    }

    @Override
    public ComponentControl component(String name) {
        return find(name);
    }

    private StartableComponent find(String name) {
        return Optional.ofNullable(components.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no component '" + name + "'; there are: " + String.join(", ", components.keySet())));
    }

    @Override
    public void close() {
        close(Thread.currentThread().isInterrupted() ? StopMode.AT_ONCE : StopMode.GENTLE);
    }

    /** An interruption would break off the calls that stop things, so it is kept for later. */
    void close(StopMode mode) {
        if (closed.compareAndSet(false, true)) {
            boolean interrupted = Thread.interrupted();
            try {
                stop(mode);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void stop(StopMode mode) {
        try {
            new Graph(StartOrder.stopping(spec.components()))
                    .run(name -> find(name).stop(mode));
        } finally {
            boolean interrupted = Thread.interrupted();
            platform.close(interrupted ? StopMode.AT_ONCE : mode);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
