package dev.cutover.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.process.Spawner;
import dev.cutover.rehearse.Fault;
import dev.cutover.rehearse.plan.FaultSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentFaultsTest {

    @TempDir
    Path directory;

    private final Spawner spawner = new Spawner();
    private SleepingComponent component;

    @BeforeEach
    void start() {
        component = new SleepingComponent(spawner, directory);
    }

    @AfterEach
    void stop() {
        spawner.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "pause", "restart"})
    void isSeenWhileActiveAndNeverElse(String name) throws Exception {
        Fault fault = fault(name, Map.of());
        assertThat(fault.verify().active()).isFalse();

        fault.inject();
        Fault.Verification seen = fault.verify();
        fault.heal();

        assertThat(seen.active()).as(seen.evidence()).isTrue();
        assertThat(fault.verify().active()).isFalse();
        assertThat(component.alive()).isTrue();
        assertThat(component.paused()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "pause", "restart"})
    void healsWithoutInjectionAndTwice(String name) throws Exception {
        long before = component.pid();
        Fault fault = fault(name, Map.of());
        fault.heal();
        assertThat(component.pid()).isEqualTo(before);
        fault.inject();
        fault.heal();
        long healed = component.pid();
        fault.heal();
        assertThat(component.pid()).isEqualTo(healed);
    }

    @Test
    void killedByHandIsNotTheFaultsDoing() throws Exception {
        Fault fault = fault("kill", Map.of());
        component.kill();

        assertThat(fault.verify().active()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"graceful", "kill"})
    void restartReplacesTheProcess(String how) throws Exception {
        long before = component.pid();
        Fault fault = fault("restart", Map.of("how", how));
        fault.inject();

        assertThat(component.pid()).isNotEqualTo(before);
        assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private Fault fault(String name, Map<String, Object> options) {
        var spec = new FaultSpec("f-1", name, "sleeper", Duration.ZERO, Duration.ofSeconds(1), options);
        var environment = new FakeEnvironment(Map.of("sleeper", component));
        return new Faults(link -> {
                    throw new IllegalArgumentException("no link \"" + link + "\"");
                })
                .create(spec, environment);
    }
}
