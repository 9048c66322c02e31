package dev.cutover.environment.running;

import dev.cutover.environment.Environment;
import dev.cutover.environment.Network;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.PlaceholderCheck;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts an environment.
 *
 * @param platform new, and for this environment only
 * @param network carries its links, by proxies on the same platform
 */
public record EnvironmentStart(Platform platform, Network network, EventLog events) {
    /** Recording a start-up cache slows a start down several times. */
    private static final int PATIENCE_IN_TRAINING = 5;

    private static final String OBSERVED = "observed";

    /**
     * Starts everything and returns when all components are ready and all links proven.
     *
     * @throws EnvironmentException if anything fails; whatever was started has been stopped then
     */
    public Environment start(EnvironmentSpec spec) {
        return start(spec, RunningEnvironment::start);
    }

    /** Is told, by several threads, of components that are not there. */
    public interface Failures {
        /** It ended, was not ready in time, or one of its links could not be proven; the message says it with the end of its log. */
        void failed(String component, String message);

        void notStarted(String component, String since);
    }

    /**
     * Starts what can be started, for somebody who wants to see all that is wrong: not for a run, since nothing is proven of the whole.
     *
     * @throws EnvironmentException if nothing could be prepared; whatever was started has been stopped then
     */
    public Environment startWhatCan(EnvironmentSpec spec, Failures failures) {
        return start(spec, environment -> environment.startWhatCan(failures));
    }

    private Environment start(EnvironmentSpec spec, Consumer<RunningEnvironment> way) {
        long began = System.nanoTime();
        events.record(new StepEvent.Began(Step.ENVIRONMENT));
        try {
            RunningEnvironment environment = prepare(spec);
            try {
                way.accept(environment);
                events.record(new StepEvent.Ended(Step.ENVIRONMENT, msSince(began), "all components are ready"));
                return environment;
            } catch (RuntimeException e) {
                // As when the disk is full and that line cannot be written; one that could not be started is closed
                // already.
                try (environment) {
                    throw e;
                }
            }
        } catch (RuntimeException | IOException e) {
            events.record(new StepEvent.Failed(Step.ENVIRONMENT, msSince(began), String.valueOf(e.getMessage())));
            throw e instanceof EnvironmentException known
                    ? known
                    : new EnvironmentException("the environment '" + spec.name() + "' could not be started: " + e, e);
        }
    }

    private RunningEnvironment prepare(EnvironmentSpec spec) throws IOException {
        try {
            makeDirectories(spec);
            platform.prepare(spec);
            Addresses addresses = Addresses.of(spec, platform, network);
            Map<String, ComponentContext> contexts = new LinkedHashMap<>();
            Map<String, Platform.Component> components = new LinkedHashMap<>();
            for (ComponentSpec component : spec.components().values()) {
                ComponentContext context = context(component, spec, addresses);
                contexts.put(component.name(), context);
                components.put(component.name(), platform.component(context));
            }
            return new RunningEnvironment(this, spec, addresses, contexts, components);
        } catch (RuntimeException e) {
            undisturbed(() -> close(StopMode.AT_ONCE));
            throw e;
        }
    }

    private void makeDirectories(EnvironmentSpec spec) throws IOException {
        RuntimeSettings settings = platform.settings();
        for (Path directory : new Path[] {
            settings.run().work(), settings.run().observed(), settings.run().logs(), settings.cache()
        }) {
            Files.createDirectories(directory);
        }
        for (ComponentSpec component : spec.components().values()) {
            if (isObserved(component)) {
                Files.createDirectories(settings.run().observed(component.name()));
            }
        }
    }

    /** Whether it is told of its place in the evidence. */
    private static boolean isObserved(ComponentSpec component) throws IOException {
        List<String> texts = new ArrayList<>(component.environment().values());
        if (component.kind() instanceof Kind.Command program) {
            texts.addAll(program.command());
        }
        for (Path template : component.files().values()) {
            texts.add(Files.readString(template));
        }
        return texts.stream().anyMatch(text -> Placeholders.mentioned(OBSERVED, text));
    }

    private ComponentContext context(ComponentSpec described, EnvironmentSpec spec, Addresses addresses) {
        ComponentSpec component = platform.settings().training()
                ? described.readyWithin(described.readyWithin().multipliedBy(PATIENCE_IN_TRAINING))
                : described;
        Placeholders placeholders = placeholders(component.name(), spec, addresses);
        return new ComponentContext(component, spec, addresses, placeholders);
    }

    private Placeholders placeholders(String component, EnvironmentSpec spec, Addresses addresses) {
        RuntimeSettings settings = platform.settings();
        Map<String, String> parameters = new LinkedHashMap<>(spec.parameters());
        parameters.putAll(settings.parameters());
        Map<String, Address> ports = addresses.portsOf(component);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("seed", Long.toString(settings.seed()));
        words.put("here", spec.origin().here().toString());
        words.put("work", settings.work(component).toString());
        words.put(OBSERVED, settings.run().observed(component).toString());
        PlaceholderCheck.passwords(component, spec).forEach(word -> words.put(word, settings.databasePassword()));
        ports.values().stream().findFirst().ifPresent(own -> words.put("host", own.host()));
        return Placeholders.of(component, ports, addresses.proxiesOf(component, spec), parameters, words);
    }

    /** Ends whatever is left and frees everything, after the components have stopped. */
    void close(StopMode mode) {
        try {
            network.close();
        } finally {
            try {
                platform.close(mode);
            } finally {
                deleteWork();
            }
        }
    }

    private void deleteWork() {
        RuntimeSettings settings = platform.settings();
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

    /** An interruption would break off the calls that stop things, so it is kept for later. */
    static void undisturbed(Runnable action) {
        boolean interrupted = Thread.interrupted();
        try {
            action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static double msSince(long ns) {
        return (System.nanoTime() - ns) / 1e6;
    }
}
