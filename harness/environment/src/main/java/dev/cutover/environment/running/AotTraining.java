package dev.cutover.environment.running;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the start-up caches of an environment's Java components: starts it once for nothing but that, and stops it gently.
 * A failure costs only speed: it is logged, and the components start without a cache.
 */
public final class AotTraining {
    private static final Logger LOG = LoggerFactory.getLogger(AotTraining.class);
    private static final int PATIENCE = 5;

    private final EnvironmentRuntime runtime;
    private final RuntimeSettings settings;
    private final EventLog events;
    private final List<Kind.Program> clients;

    /**
     * Prepares a training.
     *
     * @param clients programs that the exercise starts besides the components
     */
    public AotTraining(
            EnvironmentRuntime runtime, RuntimeSettings settings, EventLog events, List<Kind.Program> clients) {
        this.runtime = runtime;
        this.settings = settings;
        this.events = events;
        this.clients = List.copyOf(clients);
    }

    /** What the components are put through while they record: what is not used then is not in the cache. */
    public interface Exercise {
        void with(Environment environment, RunDirectory place) throws InterruptedException, IOException;
    }

    /** Trains if any cache is missing; true if all are there afterwards. Takes about a minute on two cores. */
    public boolean ensure(EnvironmentSpec spec, Exercise exercise) throws InterruptedException {
        List<AotCache> missing = missing(spec);
        if (missing.isEmpty() || !AotCache.possible()) {
            return missing.isEmpty();
        }
        try {
            train(spec, exercise);
            missing.forEach(AotTraining::keep);
            FileTree.delete(settings.cache().resolve("training"));
        } catch (RuntimeException | IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while start-up caches were made");
            }
            LOG.warn("no start-up caches, so starts take longer: {}", e.getMessage());
        }
        return missing(spec).isEmpty();
    }

    private void train(EnvironmentSpec spec, Exercise exercise) throws IOException, InterruptedException {
        Path place = settings.cache().resolve("training");
        FileTree.delete(place);
        for (AotCache cache : missing(spec)) {
            Files.createDirectories(cache.directory());
        }
        RunDirectory run = new RunDirectory(place);
        try (Environment environment = runtime.start(patient(spec), settings.forTraining(run), events)) {
            exercise.with(environment, run);
        }
    }

    /** Recording slows a start down several times. */
    private static EnvironmentSpec patient(EnvironmentSpec spec) {
        Map<String, ComponentSpec> components = new LinkedHashMap<>();
        spec.components()
                .forEach((name, component) -> components.put(
                        name, component.readyWithin(component.readyWithin().multipliedBy(PATIENCE))));
        return new EnvironmentSpec(spec.name(), components, spec.links(), spec.parameters());
    }

    private List<AotCache> missing(EnvironmentSpec spec) {
        Stream<Kind.Program> components = spec.components().values().stream()
                .map(ComponentSpec::kind)
                .flatMap(kind -> runtime.programOf(kind).stream());
        return Stream.concat(components, clients.stream())
                .map(program -> runtime.cacheOf(program, settings))
                .filter(cache -> !cache.exists())
                .toList();
    }

    /** Puts a recorded cache in its place, and deletes those of earlier builds of the program. */
    private static void keep(AotCache aot) {
        try (Stream<Path> files = Files.list(aot.directory())) {
            if (!Files.exists(aot.recorded())) {
                return;
            }
            for (Path stale : files.filter(aot::isStale).toList()) {
                Files.deleteIfExists(stale);
            }
            Files.move(aot.recorded(), aot.file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("cannot keep the start-up cache of {}: {}", aot.program(), e.toString());
        }
    }
}
