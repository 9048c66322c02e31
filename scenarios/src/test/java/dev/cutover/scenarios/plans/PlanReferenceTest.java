package dev.cutover.scenarios.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.spec.EnvironmentFile;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds docs/plan-reference.md equal to the types, their comments and the shipped files; {@code -Dupdate.docs=true} writes it again. */
class PlanReferenceTest {
    private static final Path DOCUMENT = Path.of("../docs/plan-reference.md");

    enum Kind {
        PLAN(Plan.class),
        ENVIRONMENT(EnvironmentFile.class),
        BRIDGES(BrokenBridge.Entry.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }

        private Examples examples() throws IOException {
            return new Examples()
                    .from(Path.of("plans/reference.yaml"), Plan.class)
                    .from(Path.of("examples/notes/plan.yaml"), Plan.class)
                    .from(Path.of("plans/environments/reference.yaml"), EnvironmentFile.class)
                    .from(Path.of("examples/notes/env.yaml"), EnvironmentFile.class)
                    .fromNamed(Path.of("../bridge-under-test/broken-bridges/catalogue.yaml"), BrokenBridge.Entry.class)
                    .fromNamed(Path.of("examples/notes/bridges.yaml"), BrokenBridge.Entry.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_tables_are_what_the_types_say(Kind kind) throws IOException {
        String begin = "<!-- generated: " + kind.name().toLowerCase(Locale.ROOT) + " -->\n";
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(begin);
        int to = document.indexOf("<!-- end -->", from);
        assertThat(from).as("%s has %s", DOCUMENT, begin).isNotNegative();
        assertThat(to).as("an end after %s", begin).isGreaterThan(from);
        String expected = begin + "\n" + ReferenceTables.of(kind.type, kind.examples());
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, document.substring(0, from) + expected + document.substring(to));
            return;
        }
        assertThat(document.substring(from, to))
                .as("docs/plan-reference.md; run this test with -Dupdate.docs=true to write it again")
                .isEqualTo(expected);
    }
}
