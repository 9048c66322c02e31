package dev.cutover.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What init writes is valid as it is")
class InitTest {

    private static final String HOME = "cutover.home";

    @TempDir
    private Path directory;

    @BeforeAll
    static void home() {
        System.setProperty(HOME, Path.of("..").toAbsolutePath().normalize().toString());
    }

    @AfterAll
    static void noHome() {
        System.clearProperty(HOME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--bridge|file",
                "--bridge|command|--old-database|jdbc",
                "--old|java -Xmx1g -jar old's.jar|--new|image:registry.example/new:1.2|--new-database|jdbc",
                "--name|Ledger-2|--operation|book|--request|put /a/{key}/b?c={key}"
            })
    void whatever_is_answered(String options) {
        Path folder = directory.resolve("mine");
        List<String> arguments = new ArrayList<>(List.of("init", folder.toString(), "--yes"));
        arguments.addAll(options.isEmpty() ? List.of() : List.of(options.split("\\|")));

        Said init = say(arguments.toArray(String[]::new));
        Said validate = say("validate", folder.resolve("plan.yaml").toString(), "--runtime", "processes");

        assertThat(init.code()).as(init.err()).isZero();
        assertThat(init.out()).containsSubsequence("cutover validate", "cutover doctor", "cutover rehearse");
        assertThat(validate.code()).as(validate.err()).isZero();
        assertThat(validate.out()).contains("is valid").doesNotContain("at best INCONCLUSIVE");
    }

    @Test
    void the_answers_are_in_the_files_and_no_mark_is_left() throws IOException {
        Path folder = directory.resolve("mine");

        say("init", folder.toString(), "--yes", "--old", "run old", "--operation", "book", "--request", "PUT /a/{key}");

        String plan = Files.readString(folder.resolve("plan.yaml"));
        String environment = Files.readString(folder.resolve("env.yaml"));
        assertThat(plan)
                .contains("name: mine", "    book:", "{ put: '/a/${key}',")
                .doesNotContain("«");
        assertThat(environment).contains("command: ['run', 'old']").doesNotContain("«");
    }

    @Test
    void what_is_there_is_written_over_only_by_force() throws IOException {
        Path plan = Files.writeString(
                Files.createDirectories(directory.resolve("mine")).resolve("plan.yaml"), "mine");

        Said refused = say("init", directory.resolve("mine").toString(), "--yes");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("plan.yaml is there already", "--force");
        assertThat(plan).hasContent("mine");

        assertThat(say("init", directory.resolve("mine").toString(), "--yes", "--force")
                        .code())
                .isZero();
        assertThat(Files.readString(plan)).contains("name: mine");
    }

    @Test
    void what_cannot_be_used_is_said() {
        Said said = say("init", directory.resolve("mine").toString(), "--yes", "--request", "GET /a");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("the request must be a method that writes", "'GET /a'");
        assertThat(directory.resolve("mine")).doesNotExist();
    }

    private static Said say(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Cutover.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }

    private record Said(int code, String out, String err) {}
}
