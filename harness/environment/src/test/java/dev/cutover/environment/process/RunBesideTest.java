package dev.cutover.environment.process;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.ComponentControl.Ran;
import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RunBesideTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path run;

    private Environment environment;
    private ComponentControl sync;

    @BeforeEach
    void start() {
        // Without a port it is ready as soon as it runs.
        var component = new ComponentSpec(
                "sync",
                new Kind.Command(List.of("sleep", "infinity")),
                Optional.empty(),
                Map.of(),
                Map.of("COLOUR", "red"),
                new Ready.ByKind(),
                Set.of(),
                LIMIT);
        environment = Environments.start(
                Environments.of(List.of(), component),
                Environments.settings(run),
                new PlainNetwork(),
                new MemoryEvents());
        sync = environment.component("sync");
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void runsWhereTheComponentRuns() throws Exception {
        Ran ran = sync.run(shell("echo $COLOUR ${seed} ${mode}; pwd; exit 3"), Map.of("mode", "dual"), LIMIT);

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.well()).isFalse();
        assertThat(ran.output()).isEqualTo("red 42 dual\n" + run.resolve("work/sync"));
        assertThat(run.resolve("logs/sync-runs.log"))
                .content()
                .startsWith("$ bash -c echo $COLOUR 42 dual; pwd; exit 3\nred 42 dual\n")
                .endsWith("(exit code 3)\n");
    }

    @Test
    void endsItAtTheLimit() throws Exception {
        Ran ran = sync.run(shell("echo begun; sleep 300"), Map.of(), Duration.ofMillis(500));

        assertThat(ran.exit()).isNull();
        assertThat(ran.output()).isEqualTo("begun");
        assertThat(run.resolve("logs")).isDirectoryNotContaining("glob:**/sync-run-*");
    }

    @Test
    void endsItWithTheComponent() {
        CompletableFuture<Ran> ran = begin();
        sync.kill();

        assertThat(ran.join().well()).isFalse();
        assertThatThrownBy(() -> sync.run(List.of("true"), Map.of(), LIMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing can be run beside component 'sync', which does not run");
    }

    @Test
    void endsItWhenTheComponentIsStopped() {
        CompletableFuture<Ran> ran = begin();
        environment.close();

        assertThat(ran.join().well()).isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnowOrWhatLeadsOutside() {
        assertThatThrownBy(() -> sync.run(shell("echo ${moed}"), Map.of("mode", "old"), LIMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing is known as ${moed}");
        assertThatThrownBy(() -> sync.run(List.of("curl", "http://production.example/"), Map.of(), LIMIT))
                .hasMessageContaining("lies outside the environment");
    }

    private CompletableFuture<Ran> begin() {
        CompletableFuture<Ran> ran = supplyAsync(() -> {
            try {
                return sync.run(shell("touch begun; sleep 300"), Map.of(), LIMIT);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> Files.exists(run.resolve("work/sync/begun")));
        return ran;
    }

    private static List<String> shell(String script) {
        return List.of("bash", "-c", script);
    }
}
