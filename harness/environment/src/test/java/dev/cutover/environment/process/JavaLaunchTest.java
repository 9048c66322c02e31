package dev.cutover.environment.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.running.AotCache;
import dev.cutover.environment.running.ClassPath;
import dev.cutover.environment.spec.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaLaunchTest {

    @Test
    void what_one_start_brings_lies_behind_the_programs_own() {
        var program = new Kind.Program("module", "com.example.Main", List.of("-Xmx1g"));
        var launch = new JavaLaunch(
                program,
                new ClassPath(List.of(Path.of("/own/a.jar"), Path.of("/own/b.jar"))),
                new AotCache(Path.of("/cache"), "module", "1"),
                false);

        assertThat(launch.with(List.of(Path.of("/more/c.jar"), Path.of("/more/classes")))
                        .command(List.of("-Dx=1"), List.of("go")))
                .containsSubsequence(
                        "-Xmx1g",
                        "-Dx=1",
                        "-cp",
                        "/own/a.jar:/own/b.jar:/more/c.jar:/more/classes",
                        "com.example.Main",
                        "go");
        assertThat(launch.with(List.of())).isEqualTo(launch);
    }
}
