package dev.cutover.environment.process;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.Network;
import dev.cutover.environment.running.Addressing;
import dev.cutover.environment.running.ComponentContext;
import dev.cutover.environment.running.FileTree;
import dev.cutover.environment.running.KafkaProperties;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.Readiness;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.running.StartableComponent;
import dev.cutover.environment.running.StopMode;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Processes on loopback, each on ports of its own. */
record ProcessPlatform(
        RuntimeSettings settings,
        ProcessEvents events,
        PostgresBinaries binaries,
        Spawner spawner,
        FreePorts ports,
        Network network)
        implements Platform {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration WRITING_A_CACHE = Duration.ofSeconds(90);

    static ProcessPlatform open(EnvironmentSpec spec, RuntimeSettings settings, NetworkOpener opener, EventLog events) {
        Spawner spawner = Spawner.recording(events);
        FreePorts ports = new FreePorts();
        try {
            Path logs = settings.run().logs();
            PostgresBinaries binaries = new PostgresBinaries(spawner, settings.cache(), logs);
            if (spec.components().values().stream().anyMatch(component -> component.kind() instanceof Kind.Postgres)) {
                binaries.unpack();
            }
            Network network = opener.open(spawner, ports, logs);
            return new ProcessPlatform(settings, new ProcessEvents(events), binaries, spawner, ports, network);
        } catch (RuntimeException | IOException e) {
            spawner.close();
            ports.close();
            throw e instanceof IOException io
                    ? new UncheckedIOException("PostgreSQL could not be unpacked", io)
                    : (RuntimeException) e;
        }
    }

    @Override
    public Addressing addressing() {
        return new Addressing() {
            @Override
            public String host(String component) {
                return "127.0.0.1";
            }

            @Override
            public int port(String component, int wanted) {
                return wanted == 0 ? ports.take() : wanted;
            }
        };
    }

    @Override
    public StartableComponent component(ComponentSpec component, ComponentContext context) {
        ProcessComponent.Place place = new ProcessComponent.Place(
                context.addresses().portsOf(component.name()),
                context.placeholders().fill(component.environment()),
                settings.work(component.name()),
                settings.run().logs().resolve(component.name() + ".log"),
                grace(component.kind()));
        var readiness = Readiness.of(component, context.addresses());
        return new ProcessComponent(readiness, launch(component, context), place, spawner, events);
    }

    private Launch launch(ComponentSpec component, ComponentContext context) {
        Path work = settings.work(component.name());
        return switch (component.kind()) {
            case Kind.Postgres postgres ->
                new PostgresLaunch(
                        postgres,
                        binaries,
                        context.addresses().direct(component.name(), "sql"),
                        work.resolve("data"),
                        settings.keepWork());
            case Kind.Kafka kafka ->
                new KafkaLaunch(
                        JavaLaunch.of(kafka.program(), settings),
                        KafkaProperties.of(
                                component.name(),
                                context.spec(),
                                context.addresses(),
                                work.resolve("log").toString()),
                        work.resolve("server.properties"));
            case Kind.Java java -> JavaLaunch.of(java.program(), settings);
            case Kind.Command other -> command(component, other, context);
        };
    }

    private static CommandLaunch command(ComponentSpec component, Kind.Command other, ComponentContext context) {
        if (other.command().isEmpty()) {
            throw new EnvironmentException("component '" + component.name()
                    + "' is an image only, so it cannot run as a process: use --runtime containers");
        }
        return new CommandLaunch(other.command().stream()
                .map(word -> context.placeholders().fill("command", word))
                .toList());
    }

    /** A database's scratch copy needs no good end; a Java program may have a cache to write. */
    private Duration grace(Kind kind) {
        return switch (kind) {
            case Kind.Postgres postgres -> Duration.ZERO;
            case Kind.Java java -> settings.training() ? WRITING_A_CACHE : GRACE;
            case Kind.Kafka kafka -> settings.training() ? WRITING_A_CACHE : GRACE;
            case Kind.Command command -> GRACE;
        };
    }

    @Override
    public ClientRun startClient(ClientProgram client) {
        List<String> command = JavaLaunch.of(client.program(), settings).command(client.options(), List.of());
        return new ProcessClient(spawner.start(
                new ProcessSpec(client.name(), command, Map.of(), settings.run().root(), client.log())));
    }

    /** Processes share the machine's network: what keeps them inside is that they are told no other address than their links'. */
    @Override
    public void proveIsolation() {}

    @Override
    public void close(StopMode mode) {
        try {
            network.close();
        } finally {
            spawner.close();
            ports.close();
            deleteWork();
        }
    }

    private void deleteWork() {
        if (settings.keepWork()) {
            return;
        }
        try {
            FileTree.delete(settings.run().work());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot delete the scratch space " + settings.run().work(), e);
        }
    }
}
