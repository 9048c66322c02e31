package dev.cutover.environment.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolationTest {

    @Test
    void isProvenByAConnectionThatDoesNotComeAbout() {
        assertThat(Isolation.Trial.of(124, "")).isEqualTo(new Isolation.Trial(true, "nothing comes back within 1 s"));
        assertThat(Isolation.Trial.of(1, """
                        bash: connect: Network is unreachable
                        bash: line 1: /dev/tcp/192.0.2.1/80: Network is unreachable
                        """)).isEqualTo(new Isolation.Trial(true, "Network is unreachable"));
    }

    @ParameterizedTest
    @CsvSource({
        "126, OCI runtime exec failed: permission denied",
        "127, timeout: failed to run command 'bash': No such file or directory",
        "125, timeout: invalid option",
        "1, bash: /dev/tcp/192.0.2.1/80: No such file or directory",
    })
    void isUnknownWhereNothingCouldBeTried(int exitCode, String said) {
        assertThat(Isolation.Trial.of(exitCode, said).conclusive()).isFalse();
    }
}
