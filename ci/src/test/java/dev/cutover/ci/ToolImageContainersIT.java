package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.environment.container.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The tool image")
@EnabledIf("dev.cutover.ci.Containers#engineAnswers")
class ToolImageContainersIT {

    private static final Path HOME = ForeignRepository.HOME;
    private static final Path DOCKERFILE = HOME.resolve("ci/images/cutover/Dockerfile");
    private static final String NAME = "cutover:tried";

    @TempDir
    private Path directory;

    @Test
    void rests_on_the_images_that_are_pinned() throws IOException {
        Images pinned = Images.read(HOME.resolve("scenarios/plans/environments/images.yaml"));

        assertThat(DOCKERFILE)
                .content()
                .contains(
                        "ARG JRE=" + pinned.names().get("jre") + "\n",
                        "ARG TOXIPROXY=" + pinned.names().get("toxiproxy") + "\n");
    }

    @Test
    void can_rehearse_as_processes_and_reads_a_foreign_repositorys_plan() throws IOException, InterruptedException {
        ForeignRepository repository =
                ForeignRepository.of(Files.createDirectory(directory.resolve("repository")), "notes");
        Path context = ForeignRepository.distribution().getParent();
        // The network of the machine: where no registry is, the engine's own may have no way to the packages.
        Script.Ended built =
                script(repository, "docker build -q --network host -f " + DOCKERFILE + " -t " + NAME + " " + context);
        assertThat(built.code()).as(built.text()).isZero();
        try {
            Script.Ended ended = script(
                    repository,
                    "docker run --rm --network none --volume \"$PWD:/repository:ro\" --workdir /repository " + NAME
                            + " sh -c 'cutover validate plan.yaml && cutover doctor'");

            assertThat(ended.code()).as(ended.text()).isZero();
            assertThat(ended.text())
                    .contains("plan.yaml is valid", "/usr/local/bin/toxiproxy-server", "This machine can rehearse");
        } finally {
            script(repository, "docker image rm " + NAME);
        }
    }

    private static Script.Ended script(ForeignRepository repository, String text)
            throws IOException, InterruptedException {
        return new Script(repository.root(), Map.of()).run(text);
    }
}
