package dev.cutover.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.process.Spawner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void crashesWhereItIsArmed() throws Exception {
        List<String> armed = new ArrayList<>();
        Fault fault = new Crash("fence-asked", Duration.ofSeconds(5)).on(component, (name, point) -> {
            armed.add(name + " at " + point);
            component.terminate();
        });
        assertThat(fault.verify().active()).isFalse();

        fault.inject();
        Fault.Verification seen = fault.verify();
        fault.heal();

        assertThat(armed).containsExactly("sleeper at fence-asked");
        assertThat(seen.active()).as(seen.evidence()).isTrue();
        assertThat(fault.verify().active()).isFalse();
        assertThat(component.alive()).isTrue();
    }

    @Test
    void mayCrashBeforeItAnswersToHaveBeenArmed() throws Exception {
        Fault fault = new Crash("polled", Duration.ofSeconds(5)).on(component, (name, point) -> {
            component.kill();
            throw new IOException("no answer");
        });

        fault.inject();

        assertThat(fault.verify().active()).isTrue();
        fault.heal();
    }

    @Test
    void whatCannotBeArmedIsNoFault() {
        Fault fault = new Crash("polled", Duration.ofSeconds(5)).on(component, (name, point) -> {
            throw new IOException("404");
        });

        assertThatThrownBy(fault::inject).hasMessage("404");
    }

    @Test
    void whatDoesNotComeByDoesNotStayArmed() throws Exception {
        long before = component.pid();
        Fault fault = new Crash("fence-asked", Duration.ofMillis(50)).on(component, (name, point) -> {});

        assertThatThrownBy(fault::inject).hasMessage("sleeper did not come by point 'fence-asked' within 50 ms");
        assertThat(fault.verify().active()).isFalse();
        fault.heal();

        assertThat(component.alive()).isTrue();
        assertThat(component.pid()).isNotEqualTo(before);
    }

    private static Stream<ComponentDisturbance> kinds() {
        return Stream.of(new Kill(), new Pause(), new Restart(Restart.How.GRACEFUL));
    }
}
