package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.environment.container.ContainerPlatform;
import dev.cutover.environment.container.Images;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A plan that is rehearsed in its own folder, in containers")
@EnabledIf("dev.cutover.ci.Containers#engineAnswers")
class RunsInsideContainersIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path here;

    @Test
    void lets_a_component_use_its_own_directories_and_see_no_run() throws IOException, InterruptedException {
        Files.setPosixFilePermissions(here, PosixFilePermissions.fromString("rwxr-xr-x")); // as folders of plans are
        Files.writeString(here.resolve("given"), "");
        Path runs = Files.createDirectory(here.resolve("runs"));
        Files.createDirectory(runs.resolve("another"));
        RunDirectory run = run(runs.resolve("one"));
        try (FileEventLog events = FileEventLog.open(run.events());
                Environment environment = start(run, events)) {
            ComponentControl app = environment.component("app");

            assertThat(said(app, "ls " + here)).containsExactlyInAnyOrder("env.yaml", "given", "runs");
            assertThat(said(app, "ls -A " + runs)).containsExactly("one");
            assertThat(said(app, "ls -A " + run.root())).containsExactly("work");
            assertThat(said(app, "touch made && ls")).contains("given", "made");
        }
        assertThat(Containers.of(run.root())).isEmpty();
    }

    /** As the command line makes it: others may not even pass through. */
    private static RunDirectory run(Path root) throws IOException {
        var run = new RunDirectory(Files.createDirectory(
                root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
        Files.createDirectories(run.journal());
        Files.writeString(run.journal().resolve("secret"), "");
        return run;
    }

    private Environment start(RunDirectory run, FileEventLog events) throws IOException {
        var images = Images.read(HOME.resolve("scenarios/plans/environments/images.yaml"));
        Path file = here.resolve("env.yaml");
        String image = images.names().getOrDefault("jre", "");
        Files.writeString(file, """
                name: inside
                components:
                  app: { image: '%s', ports: [http], command: [bash, -c, 'cp ${here}/given ${work}/ && exec sleep infinity'] }
                links: {}
                """.formatted(image));
        var platform = new ContainerPlatform(images, RuntimeSettings.of(HOME, run, 1, Map.of()), events);
        return new EnvironmentStart(platform, new ToxiproxyNetwork(platform.proxies()), events)
                .start(EnvironmentReader.read(file).spec());
    }

    private static List<String> said(ComponentControl app, String script) throws InterruptedException {
        ComponentControl.Ran ran = app.run(List.of("bash", "-c", script), Map.of(), Duration.ofSeconds(30));
        assertThat(ran.well()).as(ran.output()).isTrue();
        return ran.output().lines().toList();
    }
}
