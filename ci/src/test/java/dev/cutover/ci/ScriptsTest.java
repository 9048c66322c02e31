package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts as they are called, in a checkout that holds nothing else. */
@Tag("slow")
class ScriptsTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final int PROGRAM_MISSING = 3;

    @TempDir
    Path checkout;

    @Test
    void shell_scripts_have_no_findings() throws Exception {
        Output lint = run(HOME, Map.of(), "ci/lint");

        assumeThat(lint.code()).as(lint.text()).isNotEqualTo(PROGRAM_MISSING);
        assertThat(lint.code()).as(lint.text()).isZero();
    }

    @Test
    void the_gate_keeps_no_link_that_a_component_planted() throws Exception {
        copy("ci/gate");
        script("cutover", """
                while [[ $1 != --runs ]]; do shift; done
                mkdir -p "$2/run-1/observed" && cd "$2" && ln -s run-1 latest
                echo kept > run-1/summary.md
                ln -s /etc/passwd run-1/observed/passwd
                ln -s / run-1/observed/root
                exit 1
                """);

        Output gate = run(checkout, Map.of(), "ci/gate");

        assertThat(gate.code()).as("the verdict's, NO-GO").isEqualTo(1);
        assertThat(gate.text()).contains("not kept: gate-output/run/observed/passwd");
        assertThat(checkout.resolve("gate-output/summary.md")).hasContent("kept\n");
        assertThat(checkout.resolve("gate-output/run/observed")).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(checkout.resolve("gate-output"))))
                .isEqualTo("rwx------");
    }

    @Test
    void the_doctor_is_there_before_anything_is_built() throws Exception {
        copy("cutover", "ci/doctor", "ci/jdk.bash", "ci/launch.bash");
        Path programs = Files.createDirectory(checkout.resolve("programs"));
        for (String program : List.of("bash", "dirname", "readlink", "sed", "df", "awk", "uname", "tar", "xz")) {
            Files.createSymbolicLink(programs.resolve(program), program(program));
        }

        Output doctor = run(checkout, Map.of("PATH", programs.toString()), "./cutover", "doctor");

        assertThat(doctor.code()).isEqualTo(3);
        assertThat(doctor.text())
                .contains("MISSING  mvn", "→ install Maven 3.8.7 or newer")
                .contains("poor     setpriv", "→ install util-linux")
                .contains("MISSING  engine")
                .contains("ok       tar")
                .contains("This machine cannot rehearse yet");
    }

    private void copy(String... files) throws IOException {
        for (String file : files) {
            Path copy = checkout.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(HOME.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(checkout.resolve(name), "#!/usr/bin/env bash\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the path"));
    }

    private Output run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path text = Files.createTempFile(checkout, "output", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(text.toFile());
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(List.of("GATE_OUTPUT", "GITHUB_STEP_SUMMARY"));
        int code = builder.start().waitFor();
        return new Output(code, Files.readString(text));
    }

    private record Output(int code, String text) {}
}
