package dev.cutover.environment.running;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.environment.Network;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Jdbc;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.StartOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A running environment, whatever its components run as. */
final class RunningEnvironment implements Environment {
    private final EnvironmentStart parts;
    private final EnvironmentSpec spec;
    private final Addresses addresses;
    private final Map<String, ComponentContext> contexts;
    private final Map<String, Platform.Component> components;
    private final AtomicBoolean closed = new AtomicBoolean();

    RunningEnvironment(
            EnvironmentStart parts,
            EnvironmentSpec spec,
            Addresses addresses,
            Map<String, ComponentContext> contexts,
            Map<String, Platform.Component> components) {
        this.parts = parts;
        this.spec = spec;
        this.addresses = addresses;
        this.contexts = contexts;
        this.components = components;
    }

    /** Starts everything, or stops it again. */
    void start() {
        try {
            startAll();
        } catch (RuntimeException e) {
            close(StopMode.AT_ONCE);
            throw e;
        }
    }

    /**
     * A link is proven as soon as its server is ready, in the best case before its client starts; when all is ready,
     * nothing may be connected past the proxies, or reach the outside.
     */
    private void startAll() {
        Network network = parts.network();
        Graph graph = new Graph(StartOrder.starting(spec.components()));
        graph.run(name -> bringUp(name, graph::failed));
        Graph ready = new Graph(
                spec.components().keySet().stream().collect(Collectors.toMap(name -> name, name -> Set.of())));
        ready.run(name -> find(name).awaitReady(ready::failed));
        network.proveNoBypass();
        parts.platform().proveIsolation();
    }

    private void bringUp(String name, BooleanSupplier abandoned) {
        find(name).startFirst(abandoned);
        if (spec.component(name).kind() instanceof Kind.Postgres server && !abandoned.getAsBoolean()) {
            InitScripts.run(name, server, addresses.direct(name, "sql"), databasePassword());
        }
        spec.links().stream().filter(link -> link.server().equals(name)).forEach(parts.network()::prove);
    }

    /** Starts what can be started, and tells of everything else; who comes after what failed is not started. */
    void startWhatCan(EnvironmentStart.Failures failures) {
        Set<String> down = ConcurrentHashMap.newKeySet();
        try {
            new Graph(StartOrder.starting(spec.components())).run(name -> {
                Optional<String> lacking = spec.component(name).after().stream()
                        .filter(down::contains)
                        .findFirst();
                try {
                    if (lacking.isEmpty()) {
                        bringUp(name, () -> false);
                        return;
                    }
                    failures.notStarted(name, lacking.get());
                } catch (RuntimeException e) {
                    failures.failed(name, String.valueOf(e.getMessage()));
                }
                down.add(name);
            });
        } catch (RuntimeException e) {
            close(StopMode.AT_ONCE);
            throw e;
        }
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
    public String origin(String component, String port) {
        return spec.component(component).origin(port, direct(component, port));
    }

    @Override
    public String origin(String link) {
        return spec.links().stream()
                .filter(named -> named.name().equals(link))
                .map(named -> spec.component(named.server()).origin(named, proxy(link)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no link '" + link + "'"));
    }

    @Override
    public ClientRun startClient(ClientProgram program) {
        return parts.platform().startClient(program);
    }

    @Override
    public ComponentControl component(String name) {
        return find(name);
    }

    @Override
    public Optional<Jdbc> jdbc(String component) {
        return Optional.ofNullable(contexts.get(component)).flatMap(ComponentContext::jdbc);
    }

    @Override
    public String databasePassword() {
        return parts.platform().settings().databasePassword();
    }

    private Platform.Component find(String name) {
        return Optional.ofNullable(components.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no component '" + name + "'; there are: " + String.join(", ", components.keySet())));
    }

    @Override
    public void close() {
        close(Thread.currentThread().isInterrupted() ? StopMode.AT_ONCE : StopMode.GENTLE);
    }

    private void close(StopMode mode) {
        if (closed.compareAndSet(false, true)) {
            EnvironmentStart.undisturbed(() -> stop(mode));
        }
    }

    private void stop(StopMode mode) {
        try {
            new Graph(StartOrder.stopping(spec.components()))
                    .run(name -> find(name).stop(mode));
        } finally {
            StopMode rest = Thread.currentThread().isInterrupted() ? StopMode.AT_ONCE : mode;
            EnvironmentStart.undisturbed(() -> parts.close(rest));
        }
    }
}
