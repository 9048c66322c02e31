package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.cutover.environment.running.AotTraining;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
}
