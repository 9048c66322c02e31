package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.container.Images;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.stage.Assembly;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run can be rehearsed again from its directory, with the images that it had. */
class RunImagesTest {
    private static final String HOME = "cutover.home";

    @TempDir
    Path directory;

    @BeforeAll
    static void theCheckout() {
        System.setProperty(HOME, Path.of("..").toAbsolutePath().normalize().toString());
    }

    @AfterAll
    static void noHome() {
        System.clearProperty(HOME);
    }

    @Test
    void arePinnedUnlessOtherwiseAskedFor() {
        Images pinned = Images.read(Home.images());

        assertThat(images("reference")).isEqualTo(pinned);
        assertThat(images("reference", "--image", "jre=registry.example/jre:25"))
                .isEqualTo(pinned.with(Map.of("jre", "registry.example/jre:25")));
    }

    @Test
    void areTheSameWhenWhatARunKeepsIsRehearsed() throws IOException {
        Images had = images("reference", "--image", "jre=registry.example/jre:25");
        Path plan = kept("--image", "jre=registry.example/jre:25");

        assertThat(images(plan.toString())).isEqualTo(had);
        assertThat(images(plan.toString(), "--image", "jre=registry.example/jre:26"))
                .isEqualTo(had.with(Map.of("jre", "registry.example/jre:26")));
    }

    @Test
    void areRefusedUnderANameThatNothingIsMadeOf() throws IOException {
        Path plan = kept();
        Path environment = plan.resolveSibling("environment.yaml");
        Files.writeString(environment, Files.readString(environment).replace("  jre:", "  jer:"));

        assertThatThrownBy(() -> images(plan.toString()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("no image is known as 'jer'");
    }

    /** What a run of the reference leaves to be rehearsed again. */
    private Path kept(String... options) throws IOException {
        String[] words =
                Stream.concat(Stream.of("reference"), Stream.of(options)).toArray(String[]::new);
        RunDirectory run = new RunDirectory(directory);
        RunManifest.write(run, assembly(words), "");
        return run.plan();
    }

    private static Assembly assembly(String... words) {
        return new Assembly(
                read(parsed(words)),
                Optional.empty(),
                1,
                new RuntimeChoice(RuntimeChoice.Name.CONTAINERS, ""),
                images(words),
                Home.path());
    }

    private static Images images(String... words) {
        PlanOptions options = parsed(words);
        return options.images(read(options));
    }

    private static ResolvedPlan read(PlanOptions options) {
        return options.read(RuntimeChoice.Name.CONTAINERS);
    }

    private static PlanOptions parsed(String... words) {
        return CommandLine.populateCommand(new PlanOptions(), words);
    }
}
