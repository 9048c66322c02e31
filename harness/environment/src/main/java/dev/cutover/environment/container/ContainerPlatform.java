package dev.cutover.environment.container;

import com.github.dockerjava.api.model.Bind;
import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.ProxyHost;
import dev.cutover.environment.running.AotCache;
import dev.cutover.environment.running.ComponentContext;
import dev.cutover.environment.running.ComponentFiles;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.running.StopMode;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Containers, each at fixed addresses in networks of its own. */
public final class ContainerPlatform implements Platform {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerPlatform.class);
    private static final int FIRST_PORT = 8_080;

    private final RuntimeSettings settings;
    private final ContainerDefinitions definitions;
    private final Map<String, String> labels;
    private final ContainerEvents events;
    private final LinkNetworks networks;
    private final LinkContainers proxies;
    private final Map<String, LinkNetwork.Endpoint> served = new ConcurrentHashMap<>();
    private final AtomicInteger nextPort = new AtomicInteger(FIRST_PORT);
    private final Queue<CompletableFuture<?>> proofs = new ConcurrentLinkedQueue<>();
    private final Queue<ContainerClient> clients = new ConcurrentLinkedQueue<>();

    /** A platform on which nothing has happened yet. */
    public ContainerPlatform(Images images, RuntimeSettings settings, EventLog log) {
        this.settings = settings;
        this.definitions = new ContainerDefinitions(images, settings);
        this.events = new ContainerEvents(log);
        this.labels = ContainerLeftovers.labels(settings.owner());
        this.networks = new LinkNetworks(labels);
        this.proxies = new LinkContainers(networks, images.named("toxiproxy"), settings, events);
    }

    @Override
    public RuntimeSettings settings() {
        return settings;
    }

    /** Kafka's image brings its own. */
    @Override
    public Optional<AotCache> cache(Kind kind) {
        return switch (kind) {
            case Kind.Java java -> Optional.of(definitions.cache(java.program()));
            case Kind.Wiremock party -> Optional.of(definitions.cache(party.program()));
            default -> Optional.empty();
        };
    }

    @Override
    public ProxyHost proxies() {
        return proxies;
    }

    @Override
    public void prepare(EnvironmentSpec spec) {
        definitions.ensureImages(spec);
        Engine.cleanUpAfterDeath(labels);
        networks.make(spec);
    }

    @Override
    public Address allocate(String component, int port) {
        return new Address(endpoint(component).address(), port == 0 ? nextPort.getAndIncrement() : port);
    }

    private LinkNetwork.Endpoint endpoint(String component) {
        return served.computeIfAbsent(component, name -> networks.serverOf(name).join());
    }

    @Override
    public Component component(ComponentContext context) {
        ContainerDefinitions.Definition definition = definitions.of(context);
        DockerContainerSpec spec = new DockerContainerSpec(
                context.name(),
                definition.image(),
                definition.command(),
                definition.environment(),
                definition.user(),
                endpoints(context.name()),
                definition.binds(),
                HiddenRuns.of(settings),
                settings.run().logs().resolve(context.name() + ".log"),
                labels,
                Limits.of(context.component()));
        return new ContainerComponent(
                context,
                ComponentFiles.of(context, settings.work(context.name())),
                spec,
                grace(context.component().kind()),
                events,
                this::beginProof);
    }

    private List<LinkNetwork.Endpoint> endpoints(String component) {
        List<LinkNetwork.Endpoint> endpoints = new ArrayList<>();
        if (networks.serves(component)) {
            endpoints.add(endpoint(component));
        }
        if (networks.calls(component)) {
            endpoints.add(networks.clientOf(component).join());
        }
        return endpoints;
    }

    /** Kafka's files are in its container and go with it, and it has no cache of ours to write. */
    private Duration grace(Kind kind) {
        return kind instanceof Kind.Kafka ? Duration.ZERO : settings.grace(kind);
    }

    @Override
    public ClientRun startClient(ClientProgram client) {
        ModuleImage image = definitions.image(client.program());
        OwnFiles files = definitions.files();
        List<Bind> binds = Stream.of(
                        client.writes().stream().map(files::writable),
                        client.classPath().stream().map(files::readable),
                        definitions.startUpCaches().stream())
                .flatMap(binding -> binding)
                .toList();
        DockerContainer container = DockerContainer.start(new DockerContainerSpec(
                client.name(),
                image.name(),
                definitions.command(client.program(), client.options(), client.classPath()),
                Map.of(),
                files.user(),
                List.of(networks.clientOf(EnvironmentSpec.CLIENT).join()),
                binds,
                HiddenRuns.of(settings),
                client.log(),
                labels,
                Limits.NONE));
        var started = new ContainerClient(container, settings.grace(new Kind.Java(client.program())));
        clients.add(started);
        events.started(container);
        new Isolation(events).prove(container);
        return started;
    }

    @Override
    public void proveIsolation() {
        proxies.containers().parallelStream().forEach(new Isolation(events)::prove);
        proofs.forEach(ContainerPlatform::await);
    }

    /** While the component still gets ready: what must not come back takes its time. */
    private void beginProof(DockerContainer container) {
        proofs.add(CompletableFuture.runAsync(
                () -> new Isolation(events).proveByTrying(container), Thread::startVirtualThread));
    }

    private static void await(CompletableFuture<?> proof) {
        try {
            proof.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close(StopMode mode) {
        try {
            clients.parallelStream().forEach(client -> client.remove(mode));
            proxies.close();
        } finally {
            if (Engine.reached()) {
                removeLeftovers();
            }
        }
    }

    /** With what was being started when all was called off. */
    private void removeLeftovers() {
        ContainerLeftovers.remove(settings.owner())
                .failure()
                .ifPresent(failure -> LOG.warn(
                        "{}; cutover heal {}", failure, settings.owner().root()));
    }
}
