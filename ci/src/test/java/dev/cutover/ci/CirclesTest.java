package dev.cutover.ci;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Inside a part nothing goes in circles, and no arrow hides in a text")
class CirclesTest {

    private static final JavaClasses ALL = OwnClasses.ALL;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record",
                "judge",
                "environment",
                "rehearse",
                "simulation",
                "chaos",
                "reports",
                "scenarios",
                "bridge",
                "sync",
                "kit",
                "oldsystem",
                "newsystem"
            })
    void packages_do_not_go_in_circles(String part) {
        slices().matching("dev.cutover.(**)")
                .should()
                .beFreeOfCycles()
                .check(ALL.that(JavaClass.Predicates.resideInAPackage("dev.cutover." + part + "..")));
    }

    /** A class named in a text is an arrow that no compiler sees. */
    @Test
    void no_text_names_a_class_of_another_module() throws IOException {
        // The testbed's own third party is started as a program, as a plan's components are.
        Set<String> started = Set.of("\"dev.cutover.thirdparty.ThirdParty\"");
        Pattern named = Pattern.compile("\"dev\\.cutover\\.([a-z]+)\\.[\\w.]*[A-Z]\\w*\"");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
            for (Path source : files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .toList()) {
                Matcher matcher = named.matcher(Files.readString(source));
                while (matcher.find()) {
                    if (!started.contains(matcher.group())
                            && !source.toString().contains("/dev/cutover/" + matcher.group(1) + "/")) {
                        found.add(source.getFileName() + ": " + matcher.group());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
