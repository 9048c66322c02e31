package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.Doctor.Check;
import dev.cutover.environment.Doctor.Level;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineChecksTest {
    @Test
    void saysWhatIsMissingAndWhatToDo() {
        List<Check> checks = MachineChecks.processes(() -> {
                    throw new IllegalStateException("install toxiproxy");
                })
                .examine();

        assertThat(checks)
                .contains(new Check("toxiproxy-server", Level.MISSING, "not found", "install toxiproxy"))
                .extracting(Check::name)
                .contains("ports", "setpriv");
        assertThat(MachineChecks.anyRuntime(Path.of(".")).examine())
                .extracting(Check::name)
                .containsExactly("java", "disk", "open files");
        assertThat(MachineChecks.program("no-such-program", Level.POOR, "install it"))
                .isEqualTo(new Check("no-such-program", Level.POOR, "not on the path", "install it"));
    }
}
