package dev.cutover.environment.running;

import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the start-up caches of an environment's Java programs, before anything is rehearsed: they are used once for
 * nothing but that, and stopped gently. A failure costs only speed: it is logged, and the programs start without a
 * cache.
 */
public final class AotTraining {
    private static final Logger LOG = LoggerFactory.getLogger(AotTraining.class);

    private static final ReentrantLock ONE_OF_THIS_PROCESS = new ReentrantLock();

    private final Platform platform;

    /** @param platform as the rehearsal will have it; nothing is started on it here */
    public AotTraining(Platform platform) {
        this.platform = platform;
    }

    /** What the programs are put through while they record: what is not used then is not in the cache. */
    @FunctionalInterface
    public interface Exercise {
        /**
         * Starts an environment, uses it, and closes it.
         *
         * @param settings of that environment; its programs record
         */
        void with(RuntimeSettings settings) throws InterruptedException, IOException;
    }

    /**
     * Trains if any cache is missing; true if all are there afterwards. Takes about a minute on two cores. An environment without Java
     * programs of its own is not started for the injector's sake.
     */
    public boolean ensure(EnvironmentSpec spec, Exercise exercise) throws InterruptedException {
        if (!AotCache.possible() || !hasJava(spec)) {
            return false;
        }
        if (missing(spec).isEmpty()) {
            return true;
        }
        ONE_OF_THIS_PROCESS.lockInterruptibly();
        try {
            oneAtATime(spec, exercise);
        } catch (RuntimeException | IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while start-up caches were made");
            }
            LOG.warn("no start-up caches, so starts take longer: {}", e.getMessage());
        } finally {
            ONE_OF_THIS_PROCESS.unlock();
        }
        return missing(spec).isEmpty();
    }

    /** Rehearsals of other processes have the same cache. */
    @SuppressWarnings("try") // the lock is only held
    private void oneAtATime(EnvironmentSpec spec, Exercise exercise) throws InterruptedException, IOException {
        Path cache = Files.createDirectories(platform.settings().cache());
        try (FileChannel file = FileChannel.open(
                        cache.resolve("training.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock others = file.lock()) {
            train(missing(spec), cache.resolve("training"), exercise);
        }
    }

    /** Nothing is missing if another rehearsal made them while this one waited for it. */
    private void train(List<AotCache> missing, Path place, Exercise exercise) throws InterruptedException, IOException {
        if (missing.isEmpty()) {
            return;
        }
        FileTree.delete(place);
        for (AotCache cache : missing) {
            Files.createDirectories(cache.directory());
        }
        exercise.with(platform.settings().forTraining(new RunDirectory(place)));
        missing.forEach(AotTraining::keep);
        FileTree.delete(place);
    }

    private static boolean hasJava(EnvironmentSpec spec) {
        return spec.components().values().stream().anyMatch(component -> component.kind() instanceof Kind.Java);
    }

    private List<AotCache> missing(EnvironmentSpec spec) {
        Stream<Kind> components = spec.components().values().stream().map(ComponentSpec::kind);
        Stream<Kind> clients = platform.settings().clients().stream().map(Kind.Java::new);
        return Stream.concat(components, clients)
                .flatMap(kind -> platform.cache(kind).stream())
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
