package dev.cutover.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.process.Spawner;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
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
    @MethodSource("kinds")
    void isSeenWhileActiveAndNeverElse(ComponentDisturbance what) throws Exception {
        Fault fault = what.on(component);
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
    @MethodSource("kinds")
    void healsWithoutInjectionAndTwice(ComponentDisturbance what) throws Exception {
        long before = component.pid();
        Fault fault = what.on(component);
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
        Fault fault = new Kill().on(component);
        component.kill();

        assertThat(fault.verify().active()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void restartReplacesTheProcess(Restart.How how) throws Exception {
        long before = component.pid();
        Fault fault = new Restart(how).on(component);
        fault.inject();

        assertThat(component.pid()).isNotEqualTo(before);
        assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static Stream<ComponentDisturbance> kinds() {
        return Stream.of(new Kill(), new Pause(), new Restart(Restart.How.GRACEFUL));
    }
}
