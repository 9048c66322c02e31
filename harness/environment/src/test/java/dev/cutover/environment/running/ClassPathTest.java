package dev.cutover.environment.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.spec.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The class path of a module")
class ClassPathTest {

    @TempDir
    Path home;

    @Test
    void in_a_checkout_is_what_was_built() throws IOException {
        files(
                "part/target/part.jar",
                "part/target/part-tests.jar",
                "part/target/part-javadoc.jar",
                "part/target/lib/b.jar",
                "part/target/lib/a.jar");

        assertThat(classPath("part"))
                .containsExactly("part/target/part.jar", "part/target/lib/a.jar", "part/target/lib/b.jar");
    }

    @Test
    void in_a_distribution_is_what_it_lists_of_the_shared_libraries() throws IOException {
        files("part/part.jar", "lib/a.jar", "lib/b.jar", "lib/of-another.jar");
        Files.writeString(home.resolve("part/class-path"), "lib/b.jar:lib/a.jar\n");

        assertThat(classPath("part")).containsExactly("part/part.jar", "lib/a.jar", "lib/b.jar");
    }

    @Test
    void of_what_was_not_built_says_what_to_do() {
        assertThatThrownBy(() -> classPath("part"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("no jar in " + home.resolve("part/target"))
                .hasMessageContaining("mvn -DskipTests package");
    }

    private List<String> classPath(String module) {
        return ClassPath.of(home, module).jars().stream()
                .map(jar -> home.relativize(jar).toString())
                .toList();
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }
}
