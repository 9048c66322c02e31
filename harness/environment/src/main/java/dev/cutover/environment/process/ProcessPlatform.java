package dev.cutover.environment.process;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.ProxyHost;
import dev.cutover.environment.running.AotCache;
import dev.cutover.environment.running.ComponentContext;
import dev.cutover.environment.running.KafkaProperties;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.running.StopMode;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Processes on loopback, each on ports of its own. */
public final class ProcessPlatform implements Platform {
    static final String HOST = "127.0.0.1";

    private final RuntimeSettings settings;
    private final ProcessEvents events;
    private final Spawner spawner;
    private final FreePorts ports = new FreePorts();
    private final PostgresBinaries postgres;
    private final ProcessProxies proxies;

    /**
     * A platform on which nothing has happened yet.
     *
     * @param proxy finds the program of the links' proxies, which may take minutes the first time
     */
    public ProcessPlatform(Supplier<Path> proxy, RuntimeSettings settings, EventLog log) {
        this.settings = settings;
        this.events = new ProcessEvents(log);
        this.spawner = new Spawner(events);
        Path logs = settings.run().logs();
        this.postgres = new PostgresBinaries(spawner, settings.cache(), logs);
        this.proxies = new ProcessProxies(proxy, spawner, ports, logs);
    }

    @Override
    public RuntimeSettings settings() {
        return settings;
    }

    @Override
    public Optional<AotCache> cache(Kind kind) {
        return switch (kind) {
            case Kind.Java java ->
                Optional.of(JavaLaunch.of(java.program(), settings).aot());
            case Kind.Kafka kafka ->
                Optional.of(JavaLaunch.of(kafka.program(), settings).aot());
            case Kind.Wiremock party ->
                Optional.of(JavaLaunch.of(party.program(), settings).aot());
            case Kind.Postgres database -> Optional.empty();
            case Kind.Command command -> Optional.empty();
        };
    }

    @Override
    public ProxyHost proxies() {
        return proxies;
    }

    @Override
    public void prepare(EnvironmentSpec spec) {
        // Here, so that the proxies, which start all at once, find it made.
        var unused = proxies.binary().get();
        if (spec.components().values().stream().anyMatch(component -> component.kind() instanceof Kind.Postgres)) {
            try {
                postgres.unpack();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be unpacked", e);
            }
        }
    }

    @Override
    public Address allocate(String component, int port) {
        return new Address(HOST, port == 0 ? ports.take() : port);
    }

    @Override
    public Component component(ComponentContext context) {
        ProcessComponent.Place place = new ProcessComponent.Place(
                context,
                context.variables(),
                settings.work(context.name()),
                settings.run().logs(),
                settings.grace(context.component().kind()));
        return new ProcessComponent(launch(context), place, spawner, events);
    }

    private Launch launch(ComponentContext context) {
        Path work = settings.work(context.name());
        return switch (context.component().kind()) {
            case Kind.Postgres database ->
                new PostgresLaunch(
                        database,
                        postgres,
                        context.addresses().direct(context.name(), "sql"),
                        OwnNetwork.look().isolated() ? Optional.empty() : Optional.of(settings.databasePassword()),
                        work.resolve("data"),
                        settings.keepWork());
            case Kind.Kafka kafka ->
                new KafkaLaunch(
                        JavaLaunch.of(kafka.program(), settings),
                        KafkaProperties.of(context, work.resolve("log").toString()),
                        work.resolve("server.properties"));
            case Kind.Java java -> JavaLaunch.of(java.program(), settings);
            case Kind.Wiremock party -> JavaLaunch.of(party.program(), settings);
            case Kind.Command other -> command(other, context);
        };
    }

    private static Launch command(Kind.Command other, ComponentContext context) {
        if (other.command().isEmpty()) {
            throw new EnvironmentException("component '" + context.name()
                    + "' is an image only, so it cannot run as a process: use --runtime containers");
        }
        List<String> command = context.command(other.command(), Map.of());
        return () -> command;
    }

    @Override
    public ClientRun startClient(ClientProgram client) {
        List<String> command = JavaLaunch.of(client.program(), settings)
                .with(client.classPath())
                .command(client.options(), List.of());
        return new ProcessClient(spawner.start(
                new ProcessSpec(client.name(), command, Map.of(), settings.run().root(), client.log())));
    }

    /** All share the network that the testbed itself was started in; in the machine's own, what keeps them inside is only what they are told. */
    @Override
    public void proveIsolation() {
        events.isolated(OwnNetwork.look().proven());
    }

    @Override
    public void close(StopMode mode) {
        spawner.close();
        ports.close();
    }
}
