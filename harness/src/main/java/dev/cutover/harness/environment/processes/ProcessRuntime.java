package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Address;
import dev.cutover.harness.environment.ComponentSpec;
import dev.cutover.harness.environment.Environment;
import dev.cutover.harness.environment.EnvironmentException;
import dev.cutover.harness.environment.EnvironmentSpec;
import dev.cutover.harness.environment.Kind;
import dev.cutover.harness.environment.Link;
import dev.cutover.harness.environment.Network;
import dev.cutover.harness.evidence.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts environments as operating-system processes on loopback. */
public final class ProcessRuntime {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration WRITING_A_CACHE = Duration.ofSeconds(90);

    private final ProcessSettings settings;
    private final NetworkOpener opener;
    private final EventLog events;

    public ProcessRuntime(ProcessSettings settings, NetworkOpener opener, EventLog events) {
        this.settings = settings;
        this.opener = opener;
        this.events = events;
    }

    /**
     * Starts everything and returns when all components are ready and all links proven.
     *
     * @throws EnvironmentException if anything fails; whatever was started has been stopped then
     */
    public Environment start(EnvironmentSpec spec) {
        long began = System.nanoTime();
        step("begin", Map.of());
        Resources resources = Resources.open(settings, opener, events);
        try {
            ProcessEnvironment environment = lay(spec, resources);
            startAll(environment, resources.network());
            step("end", Map.of("tookMs", ProcessEvents.millisSince(began)));
            return environment;
        } catch (RuntimeException | IOException e) {
            resources.close();
            step("failed", Map.of("detail", String.valueOf(e.getMessage())));
            throw e instanceof EnvironmentException known
                    ? known
                    : new EnvironmentException("the environment '" + spec.name() + "' could not be started: " + e, e);
        }
    }

    private static void startAll(ProcessEnvironment environment, Network network) {
        try {
            environment.start(network);
        } catch (RuntimeException e) {
            environment.close();
            throw e;
        }
    }

    private ProcessEnvironment lay(EnvironmentSpec spec, Resources resources) throws IOException {
        Files.createDirectories(settings.run().work());
        Files.createDirectories(settings.run().observed());
        Files.createDirectories(settings.cache());
        Layout layout = Layout.of(spec, resources.ports(), resources.network());
        PostgresBinaries binaries = new PostgresBinaries(
                resources.spawner(), settings.cache(), settings.run().logs());
        if (spec.components().values().stream().anyMatch(component -> component.kind() instanceof Kind.Postgres)) {
            binaries.unpack();
        }
        Launches launches = new Launches(spec, layout, settings, binaries);
        Map<String, ProcessComponent> components = new LinkedHashMap<>();
        for (ComponentSpec component : spec.components().values()) {
            components.put(component.name(), component(component, spec, layout, launches, resources));
        }
        return new ProcessEnvironment(spec, layout, components, resources::close);
    }

    private ProcessComponent component(
            ComponentSpec component, EnvironmentSpec spec, Layout layout, Launches launches, Resources resources) {
        Placeholders placeholders = placeholders(component.name(), spec, layout);
        ProcessComponent.Place place = new ProcessComponent.Place(
                layout.portsOf(component.name()),
                placeholders.fill(component.environment()),
                settings.work(component.name()),
                settings.run().logs().resolve(component.name() + ".log"),
                grace(component.kind()));
        return new ProcessComponent(
                component, launches.of(component, placeholders), place, resources.spawner(), new ProcessEvents(events));
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

    private Placeholders placeholders(String component, EnvironmentSpec spec, Layout layout) {
        Map<String, Address> links = new LinkedHashMap<>();
        for (Link link : spec.links()) {
            if (link.client().equals(component)) {
                links.put(link.name(), layout.proxy(link.name()));
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>(spec.parameters());
        parameters.putAll(settings.parameters());
        return Placeholders.of(
                component,
                layout.portsOf(component),
                links,
                parameters,
                Map.of(
                        "seed", Long.toString(settings.seed()),
                        "work", settings.work(component).toString(),
                        "observed", settings.run().observed().toString()));
    }

    private void step(String state, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("step", "environment");
        all.put("state", state);
        events.record("step", all);
    }
}
