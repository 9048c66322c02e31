package dev.cutover.environment.container;

import com.github.dockerjava.api.model.Bind;
import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.Network;
import dev.cutover.environment.running.Addressing;
import dev.cutover.environment.running.ComponentContext;
import dev.cutover.environment.running.FileTree;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.Readiness;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.running.StartableComponent;
import dev.cutover.environment.running.StopMode;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Containers, each at fixed addresses in networks of its own. */
final class ContainerPlatform implements Platform {
    private static final int FIRST_PORT = 8_080;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration WRITING_A_CACHE = Duration.ofSeconds(90);

    private final RuntimeSettings settings;
    private final ContainerDefinitions definitions;
    private final Map<String, String> labels;
    private final ContainerEvents events;
    private final LinkNetworks networks;
    private final LinkContainers links;
    private final Network network;
    private final Map<String, LinkNetwork.Endpoint> served = new ConcurrentHashMap<>();
    private final AtomicInteger nextPort = new AtomicInteger(FIRST_PORT);
    private final Queue<CompletableFuture<?>> proofs = new ConcurrentLinkedQueue<>();
    private final Queue<DockerContainer> clientContainers = new ConcurrentLinkedQueue<>();

    ContainerPlatform(
            EnvironmentSpec spec,
            List<Kind.Program> clients,
            RuntimeSettings settings,
            Images images,
            NetworkOpener opener,
            EventLog log) {
        this.settings = settings;
        this.definitions = new ContainerDefinitions(images, settings);
        this.events = new ContainerEvents(log);
        this.labels = ContainerLeftovers.labels(settings.owner());
        definitions.ensureImages(spec, clients);
        Engine.cleanUpAfterDeath(labels);
        this.networks = LinkNetworks.open(spec, labels);
        this.links = new LinkContainers(networks, images.named("toxiproxy"), settings, events);
        this.network = opener.open(links);
    }

    @Override
    public Addressing addressing() {
        return new Addressing() {
            @Override
            public String host(String component) {
                return endpoint(component).address();
            }

            @Override
            public int port(String component, int wanted) {
                return wanted == 0 ? nextPort.getAndIncrement() : wanted;
            }
        };
    }

    private LinkNetwork.Endpoint endpoint(String component) {
        return served.computeIfAbsent(component, name -> networks.serverOf(name).join());
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public StartableComponent component(ComponentSpec component, ComponentContext context) {
        ContainerDefinitions.Definition definition = definitions.of(component, context);
        DockerContainerSpec spec = new DockerContainerSpec(
                component.name(),
                definition.image(),
                definition.command(),
                definition.environment(),
                definition.user(),
                endpoints(component.name()),
                definition.binds(),
                settings.run().logs().resolve(component.name() + ".log"),
                labels);
        var readiness = Readiness.of(component, context.addresses());
        return new ContainerComponent(readiness, spec, grace(component.kind()), events, this::beginProof);
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

    /** A database's files are thrown away; a Java program may have a cache to write. */
    private Duration grace(Kind kind) {
        return switch (kind) {
            case Kind.Postgres postgres -> Duration.ZERO;
            case Kind.Kafka kafka -> Duration.ZERO;
            case Kind.Java java -> settings.training() ? WRITING_A_CACHE : GRACE;
            case Kind.Command command -> GRACE;
        };
    }

    @Override
    public ClientRun startClient(ClientProgram client) {
        ModuleImage image = definitions.image(client.program());
        OwnFiles files = definitions.files();
        List<Bind> binds = Stream.concat(
                        client.writes().stream().map(files::writable), definitions.startUpCaches().stream())
                .toList();
        DockerContainer container = DockerContainer.start(new DockerContainerSpec(
                client.name(),
                image.name(),
                definitions.command(client.program(), client.options()),
                Map.of(),
                files.user(),
                List.of(networks.clientOf(EnvironmentSpec.CLIENT).join()),
                binds,
                client.log(),
                labels));
        clientContainers.add(container);
        events.started(container);
        new Isolation(events).prove(container);
        return new ContainerClient(container);
    }

    @Override
    public void proveIsolation() {
        links.containers().parallelStream().forEach(new Isolation(events)::prove);
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
            Duration grace = mode.within(settings.training() ? WRITING_A_CACHE : Duration.ZERO);
            clientContainers.parallelStream().forEach(container -> container.remove(grace));
            network.close();
            links.close();
        } finally {
            // With what was being started when all was called off.
            var unused = ContainerLeftovers.remove(settings.owner());
            deleteWork();
        }
    }

    private void deleteWork() {
        if (settings.keepWork()) {
            return;
        }
        Path work = settings.run().work();
        try {
            FileTree.delete(work);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the scratch space " + work, e);
        }
    }
}
