package dev.cutover.scenarios.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.record.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenBridgeTest {

    @TempDir
    private Path directory;

    @Test
    void may_replace_a_component_and_set_values_too() throws IOException {
        BrokenBridge.Entry entry = read("replaces: sync, main: Broken, set: [name=other]");

        assertThat(entry.replaces()).contains("sync");
        assertThat(entry.set()).containsExactly("name=other");
    }

    @Test
    void must_be_another_than_the_plan() {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> read("replaces: sync"))
                .withMessageContaining("needs 'replaces' and 'main', or 'set', or all of them");
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> read("verdict: GO"))
                .withMessageContaining("needs 'replaces' and 'main', or 'set', or all of them");
    }

    @Test
    void must_be_caught_by_something_that_there_is() {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> read("set: [name=other], caught-by: [as-askd]"))
                .withMessageContaining("is 'as-askd', which is no checker and no gate, did you mean 'as-asked'?");
    }

    @Test
    void must_come_to_a_verdict_that_there_is() throws IOException {
        assertThat(read("set: [name=other], verdict: GO").expected()).isEqualTo(Verdict.GO);
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> read("set: [name=other], verdict: go"))
                .withMessageContaining("must be GO, NO-GO or INCONCLUSIVE but is 'go'");
    }

    private BrokenBridge.Entry read(String keys) throws IOException {
        Path file = directory.resolve("bridges.yaml");
        Files.writeString(file, "one: { defect: It is., " + keys + " }\n");
        return BrokenBridge.named("one", file).entry();
    }
}
