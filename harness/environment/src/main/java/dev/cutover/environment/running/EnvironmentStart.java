package dev.cutover.environment.running;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.record.event.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Starts environments on any platform. */
public record EnvironmentStart(RuntimeSettings settings, EventLog events) {

    /**
     * Starts everything and returns when all components are ready and all links proven.
     *
     * @throws EnvironmentException if anything fails; whatever was started has been stopped then
     */
    public Environment start(EnvironmentSpec spec, Supplier<Platform> opener) {
        long began = System.nanoTime();
        step("begin", Map.of());
        try {
            RunningEnvironment environment = lay(spec, opener);
            startAll(environment);
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            step("end", Map.of("tookMs", took));
            return environment;
        } catch (RuntimeException | IOException e) {
            step("failed", Map.of("detail", String.valueOf(e.getMessage())));
            throw e instanceof EnvironmentException known
                    ? known
                    : new EnvironmentException("the environment '" + spec.name() + "' could not be started: " + e, e);
        }
    }

    private static void startAll(RunningEnvironment environment) {
        try {
            environment.start();
        } catch (RuntimeException e) {
            environment.close(StopMode.AT_ONCE);
            throw e;
        }
    }

    private RunningEnvironment lay(EnvironmentSpec spec, Supplier<Platform> opener) throws IOException {
        Files.createDirectories(settings.run().work());
        Files.createDirectories(settings.run().observed());
        Files.createDirectories(settings.run().logs());
        Files.createDirectories(settings.cache());
        Platform platform = opener.get();
        try {
            Addresses addresses = Addresses.of(spec, platform.addressing(), platform.network());
            Map<String, StartableComponent> components = new LinkedHashMap<>();
            for (ComponentSpec component : spec.components().values()) {
                ComponentContext context =
                        new ComponentContext(spec, addresses, placeholders(component.name(), spec, addresses));
                components.put(component.name(), platform.component(component, context));
            }
            return new RunningEnvironment(spec, addresses, components, platform);
        } catch (RuntimeException e) {
            platform.close(StopMode.AT_ONCE);
            throw e;
        }
    }

    private Placeholders placeholders(String component, EnvironmentSpec spec, Addresses addresses) {
        Map<String, String> parameters = new LinkedHashMap<>(spec.parameters());
        parameters.putAll(settings.parameters());
        Map<String, Address> ports = addresses.portsOf(component);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("seed", Long.toString(settings.seed()));
        words.put("work", settings.work(component).toString());
        words.put("observed", settings.run().observed().toString());
        ports.values().stream().findFirst().ifPresent(own -> words.put("host", own.host()));
        return Placeholders.of(component, ports, addresses.proxiesOf(component, spec), parameters, words);
    }

    private void step(String state, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("step", "environment");
        all.put("state", state);
        events.record("step", all);
    }
}
