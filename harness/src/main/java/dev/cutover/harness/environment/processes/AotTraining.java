package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.ComponentSpec;
import dev.cutover.harness.environment.Environment;
import dev.cutover.harness.environment.EnvironmentSpec;
import dev.cutover.harness.environment.Kind;
import dev.cutover.harness.evidence.EventLog;
import dev.cutover.harness.evidence.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final ProcessSettings settings;
    private final NetworkOpener opener;
    private final EventLog events;

    public AotTraining(ProcessSettings settings, NetworkOpener opener, EventLog events) {
        this.settings = settings;
        this.opener = opener;
        this.events = events;
    }

    /** What the components are put through while they record: what is not used then is not in the cache. */
    public interface Exercise {
        void with(Environment environment, RunDirectory place) throws InterruptedException, IOException;
    }

    /** Trains if any cache is missing; true if all are there afterwards. Takes about a minute on two cores. */
    public boolean ensure(EnvironmentSpec spec, Exercise exercise) throws InterruptedException {
        Map<String, AotCache> missing = missing(spec);
        if (missing.isEmpty() || !AotCache.possible()) {
            return missing.isEmpty();
        }
        try {
            train(spec, exercise);
            missing.values().forEach(AotTraining::keep);
            FileTree.delete(settings.cache().resolve("training"));
        } catch (RuntimeException | IOException e) {
            LOG.warn("no start-up caches, so starts take longer: {}", e.getMessage());
        }
        return missing(spec).isEmpty();
    }

    private void train(EnvironmentSpec spec, Exercise exercise) throws IOException, InterruptedException {
        Path place = settings.cache().resolve("training");
        FileTree.delete(place);
        Files.createDirectories(settings.cache().resolve("aot"));
        RunDirectory run = new RunDirectory(place);
        ProcessRuntime runtime = new ProcessRuntime(settings.forTraining(run), opener, events);
        try (Environment environment = runtime.start(patient(spec))) {
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

    private Map<String, AotCache> missing(EnvironmentSpec spec) {
        Map<String, AotCache> missing = new LinkedHashMap<>();
        spec.components()
                .forEach((name, component) -> program(component.kind())
                        .map(program -> JavaLaunch.of(program, settings, List.of(), () -> new Probe.Look(true, ""))
                                .aot())
                        .filter(aot -> !aot.exists())
                        .ifPresent(aot -> missing.put(name, aot)));
        return missing;
    }

    private static Optional<Kind.Program> program(Kind kind) {
        return switch (kind) {
            case Kind.Java java -> Optional.of(java.program());
            case Kind.Kafka kafka -> Optional.of(kafka.program());
            case Kind.Postgres postgres -> Optional.empty();
            case Kind.Command command -> Optional.empty();
        };
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
