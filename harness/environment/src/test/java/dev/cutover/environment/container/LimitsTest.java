package dev.cutover.environment.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.Confinement;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void takesAllRightsButThoseAskedFor() {
        HostConfig config = config(new Confinement(
                OptionalLong.of(64 << 20), OptionalDouble.of(0.5), Optional.empty(), List.of("NET_BIND_SERVICE")));

        assertThat(config.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(config.getCapAdd()).containsExactly(Capability.NET_BIND_SERVICE);
        assertThat(config.getMemory()).isEqualTo(64 << 20);
        assertThat(config.getMemorySwap()).isEqualTo(64 << 20);
        assertThat(config.getNanoCPUs()).isEqualTo(500_000_000);
    }

    @Test
    void limitsNothingByItself() {
        HostConfig config = config(Confinement.USUAL);

        assertThat(config.getCapAdd()).isNull();
        assertThat(config.getMemory()).isNull();
        assertThat(config.getNetworkMode()).isEqualTo("none");
    }

    @Test
    void refusesARightThatThereIsNot() {
        var asked =
                new Confinement(OptionalLong.empty(), OptionalDouble.empty(), Optional.empty(), List.of("NET_BIND"));

        assertThatThrownBy(() -> config(asked)).hasMessageContaining("component 'app' asks for capability 'NET_BIND'");
    }

    private static HostConfig config(Confinement confinement) {
        var component = new ComponentSpec(
                "app",
                new Kind.Command(List.of()),
                Optional.of("app:1"),
                Map.of(),
                Map.of(),
                new Ready.ByKind(),
                Set.of(),
                Duration.ofSeconds(1),
                Set.of(),
                Map.of(),
                Optional.empty(),
                confinement);
        return new DockerContainerSpec(
                        "app",
                        "app:1",
                        List.of(),
                        Map.of(),
                        "",
                        List.of(),
                        List.of(),
                        HiddenRuns.NONE,
                        Path.of("app.log"),
                        Map.of(),
                        Limits.of(component))
                .hostConfig();
    }
}
