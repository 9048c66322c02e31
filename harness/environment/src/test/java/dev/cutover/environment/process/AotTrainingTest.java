package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.environment.running.AotCache;
import dev.cutover.environment.running.AotTraining;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotTrainingTest {
    @TempDir
    Path run;

    @Test
    void doesNotStartForeignSystemsForTheInjectorsSake() throws InterruptedException {
        EnvironmentSpec foreign = Environments.of(
                List.of(),
                Environments.postgres("db"),
                Environments.shell("app", "sleep 9", new Ready.ByKind(), Set.of()));
        RuntimeSettings settings =
                Environments.settings(run).withClients(List.of(new Kind.Program("injector", "a.Main", List.of())));
        var platform = new ProcessPlatform(() -> Path.of("no-proxy"), settings, new MemoryEvents());

        boolean all = new AotTraining(platform).ensure(foreign, training -> fail("was started"));

        assertThat(all).isFalse();
    }

    @Test
    void oneOfTwoRehearsalsMakesThemAndTheOtherWaits() throws InterruptedException {
        assumeThat(AotCache.possible()).isTrue();
        EnvironmentSpec spec = Environments.of(List.of(), program());
        var cache = new AotCache(run.resolve("aot"), "app", "1");
        var made = new AtomicInteger();
        var there = new ConcurrentLinkedQueue<Boolean>();
        var training = new AotTraining(with(cache));
        var second = new Thread(() -> there.add(ensure(training, spec, settings -> fail("made once more"))));

        boolean first = ensure(training, spec, settings -> {
            made.incrementAndGet();
            second.start();
            await().until(() -> second.getState() == Thread.State.WAITING);
            Files.createFile(run.resolve("aot/app-1.recorded"));
        });
        second.join();

        assertThat(first).isTrue();
        assertThat(made).hasValue(1);
        assertThat(there).containsExactly(true);
    }

    private static ComponentSpec program() {
        return new ComponentSpec(
                "app",
                new Kind.Java(new Kind.Program("app", "a.Main", List.of())),
                Optional.empty(),
                Map.of(),
                Map.of(),
                new Ready.ByKind(),
                Set.of(),
                Duration.ofSeconds(1));
    }

    private static boolean ensure(AotTraining training, EnvironmentSpec spec, AotTraining.Exercise exercise) {
        try {
            return training.ensure(spec, exercise);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A platform that knows one cache and is asked for nothing else. */
    private Platform with(AotCache cache) {
        RuntimeSettings settings = Environments.settings(run);
        return (Platform) Proxy.newProxyInstance(
                Platform.class.getClassLoader(),
                new Class<?>[] {Platform.class},
                (platform, method, arguments) -> switch (method.getName()) {
                    case "settings" -> settings;
                    case "cache" -> Optional.of(cache);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
