package dev.cutover.environment.running;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
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
        events.record(new StepEvent.Began(Step.ENVIRONMENT));
        try {
            RunningEnvironment environment = lay(spec, opener);
            startAll(environment);
            events.record(new StepEvent.Ended(Step.ENVIRONMENT, msSince(began), "all components are ready"));
            return environment;
        } catch (RuntimeException | IOException e) {
            events.record(new StepEvent.Failed(Step.ENVIRONMENT, msSince(began), String.valueOf(e.getMessage())));
            throw e instanceof EnvironmentException known
                    ? known
                    : new EnvironmentException("the environment '" + spec.name() + "' could not be started: " + e, e);
        }
    }

    private static void startAll(RunningEnvironment environment) {
        try {
            environment.start();
        } catch (RuntimeException e) {
            environment.close(Ending.AT_ONCE);
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
            Layout layout = Layout.of(spec, platform.addressing(), platform.network());
            Map<String, StartableComponent> components = new LinkedHashMap<>();
            for (ComponentSpec component : spec.components().values()) {
                Plot plot = new Plot(spec, layout, placeholders(component.name(), spec, layout));
                components.put(component.name(), platform.component(component, plot));
            }
            return new RunningEnvironment(spec, layout, components, platform);
        } catch (RuntimeException e) {
            platform.close(Ending.AT_ONCE);
            throw e;
        }
    }

    private Placeholders placeholders(String component, EnvironmentSpec spec, Layout layout) {
        Map<String, String> parameters = new LinkedHashMap<>(spec.parameters());
        parameters.putAll(settings.parameters());
        Map<String, Address> ports = layout.portsOf(component);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("seed", Long.toString(settings.seed()));
        words.put("work", settings.work(component).toString());
        words.put("observed", settings.run().observed().toString());
        ports.values().stream().findFirst().ifPresent(own -> words.put("host", own.host()));
        return Placeholders.of(component, ports, layout.proxiesOf(component, spec), parameters, words);
    }

    private static double msSince(long ns) {
        return (System.nanoTime() - ns) / 1e6;
    }
}
