package dev.cutover.scenarios.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.yaml.PlanException;
import dev.cutover.rehearse.plan.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that read or compare what would say nothing. */
class WrongObservationsTest {

    private static final Path PLANS = Path.of("plans");

    @TempDir
    private Path directory;

    @BeforeEach
    void copyTheEnvironment() throws IOException {
        Path environments = Files.createDirectory(directory.resolve("environments"));
        Files.copy(PLANS.resolve("environments/reference.yaml"), environments.resolve("reference.yaml"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            asked: { notes: { of: [pay-order], sql: x } } | 'observe.old.asked.notes.of.0' is 'pay-order', which does not say by 'asks' what it asks for
            asked: { notes: { of: [place-ordr], sql: x } } | 'observe.old.asked.notes.of.0' is 'place-ordr', which is no such operation of the load, did you mean 'place-order'?
            asked: { no/tes: { of: [place-order], sql: x } } | 'observe.old.asked.no/tes' must be letters, digits
            counted: { orders: { of: [pay-order], sql: x } } | 'observe.old.counted.orders.of.0' is 'pay-order', which is no such operation of the load
            counted: { orders: { of: [], sql: x } } | 'observe.old.counted.orders.of' must name the operations whose rows they are
            """)
    void are_refused_for_what_their_rows_cannot_say(String query, String message) throws IOException {
        String old = "    component: old-db\n    database: old\n";
        String plan = Files.readString(PLANS.resolve("reference.yaml"))
                .replaceFirst("(?s)    asked:\n      orders:.*?    kept:", "    kept:")
                .replace("      asks: 'PY ${order}'\n", "");
        int line = plan.substring(0, plan.indexOf(old)).split("\n", -1).length + 2;
        Path file = write(plan.replace(old, old + "    " + query + "\n"));

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(PlanException.class, refused -> {
            assertThat(refused.problems().getFirst().message()).contains(message);
            assertThat(refused.problems().getFirst().line()).isEqualTo(line);
        });
    }

    @Test
    void that_count_what_is_deleted_are_refused() throws IOException {
        Path notes = PLANS.resolveSibling("examples").resolve("notes");
        String plan = Files.readString(notes.resolve("plan.yaml"))
                .replace(
                        "environment: env.yaml",
                        "environment: " + notes.toAbsolutePath().resolve("env.yaml"))
                .replace("    asked:\n", "    counted: { notes: { of: [add], sql: x } }\n    asked:\n");

        assertThatThrownBy(() -> read(write(plan)))
                .hasMessageContaining("'observe.old.counted.notes.of.0' is 'add', whose rows are deleted");
    }

    @Test
    void whose_comparisons_say_nothing_are_refused() throws IOException {
        String plan = Files.readString(PLANS.resolve("reference.yaml"));
        String comparisons = "  comparisons: { get: bridge.admin/comparisons }\n";
        assertThatThrownBy(() -> read(write(plan.replace(comparisons, comparisons + "  compared: [read-order]\n"))))
                .hasMessageContaining(
                        "'control.compared.0' is 'read-order', which is no operation of the load, did you mean 'read-orders'?");
        assertThatThrownBy(() -> read(write(plan.replace(comparisons, ""))))
                .hasMessageContaining("'phases.dual.canary' needs 'control.comparisons'");
        String dual = "route: { mode: dual }\n";
        assertThatThrownBy(() -> read(write(plan.replace(dual, "route: { mode: old }\n"))))
                .hasMessageContaining("'phases.dual.canary' belongs to a phase with route: { mode: dual }");
    }

    @Test
    void that_hide_texts_and_compare_them_are_refused() {
        Path notes = PLANS.resolveSibling("examples").resolve("notes/plan.yaml");

        assertThatThrownBy(() -> new PlanReader(Faults.KINDS).read(notes, List.of("evidence=hashes")))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("'evidence' is 'hashes', but what operations ask for by 'asks'");
    }

    private Path write(String plan) throws IOException {
        return Files.writeString(directory.resolve("plan.yaml"), plan);
    }

    private static void read(Path file) {
        new PlanReader(Faults.KINDS).read(file, List.of());
    }
}
