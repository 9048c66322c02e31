package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The example notes as a team of its own would have it, with the distribution alone. */
@DisplayName("A foreign repository")
class ForeignRepositoryIT {

    private static final Path ACTION = ForeignRepository.HOME.resolve("ci/github-action/action.yml");
    private static final Path COMPONENT = ForeignRepository.HOME.resolve("ci/gitlab-component/templates/rehearsal.yml");

    @TempDir
    private Path directory;

    private ForeignRepository repository;
    private Path temp;

    @BeforeEach
    void repository() throws IOException, InterruptedException {
        repository = ForeignRepository.of(Files.createDirectory(directory.resolve("repository")), "notes");
        temp = Files.createDirectory(directory.resolve("temp"));
    }

    @EnabledIf(
            value = "dev.cutover.ci.ExamplesIT#notesCanRun",
            disabledReason = "needs nginx-light and python3-psycopg2")
    @Test
    void is_go_by_the_github_action() throws IOException, InterruptedException {
        Path summary = directory.resolve("summary.md");
        Script.Ended ended = action(
                Map.of("plan", "plan.yaml", "arguments", "--runtime processes --seed 42"),
                Map.of("GITHUB_STEP_SUMMARY", summary.toString()));

        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(ended.text()).contains("plan.yaml is valid");
        assertThat(repository.run().verdict().path("verdict").asText()).isEqualTo("GO");
        assertThat(repository.run().leftovers()).isEmpty();
        assertThat(summary).content().contains("GO");
    }

    @Test
    void with_a_slip_in_its_plan_ends_before_anything_starts() throws IOException, InterruptedException {
        Path plan = repository.root().resolve("plan.yaml");
        Files.writeString(
                plan, Files.readString(plan).replace("operations-per-second: 80", "operations-per-secnd: 80"));

        Script.Ended ended = action(Map.of("plan", "plan.yaml"), Map.of());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.text()).contains("plan.yaml:", "did you mean 'operations-per-second'?");
        assertThat(repository.root().resolve("gate-output")).doesNotExist();
    }

    @Test
    void takes_no_other_distribution_than_the_one_it_names() throws IOException, InterruptedException {
        Script.Ended ended = action(Map.of("plan", "plan.yaml", "sha256", "00".repeat(32)), Map.of());

        assertThat(ended.code()).isNotZero();
        assertThat(temp.resolve("cutover/home")).isEmptyDirectory();
    }

    @EnabledIf(
            value = "dev.cutover.ci.ExamplesIT#notesCanRun",
            disabledReason = "needs nginx-light and python3-psycopg2")
    @Test
    void is_inconclusive_by_the_gitlab_component_if_its_plan_shows_too_little()
            throws IOException, InterruptedException {
        Path home = unpacked();
        GitlabComponent component = new GitlabComponent(
                COMPONENT,
                Map.of(
                        "plan", "plan.yaml",
                        "image", "cutover",
                        "arguments", "--runtime processes --seed 42 --bridge without-registers"));
        Script.Ended ended = component.run(
                repository.root(),
                Map.of("CUTOVER_HOME", home.toString(), "PATH", home.resolve("bin") + ":" + ForeignRepository.path()));

        assertThat(ended.code()).as(ended.text()).isEqualTo(2);
        assertThat(repository.run().checkers("UNKNOWN")).contains("power");
        assertThat(repository.run().leftovers()).isEmpty();
        assertThat(component.artifacts())
                .allSatisfy(path -> assertThat(repository.root().resolve(path)).exists());
    }

    private Script.Ended action(Map<String, String> inputs, Map<String, String> more)
            throws IOException, InterruptedException {
        Path distribution = ForeignRepository.distribution();
        Map<String, String> all = new HashMap<>(Map.of(
                "distribution",
                distribution.toString(),
                "sha256",
                DigestUtils.sha256Hex(Files.readAllBytes(distribution))));
        all.putAll(inputs);
        Map<String, String> environment = new HashMap<>(Map.of("PATH", ForeignRepository.path()));
        environment.putAll(more);
        return new CompositeAction(ACTION, temp, all, environment).run(repository.root());
    }

    private Path unpacked() throws IOException, InterruptedException {
        Script.Ended unpacked = new Script(temp, Map.of()).run("tar -xzf " + ForeignRepository.distribution());
        assertThat(unpacked.code()).as(unpacked.text()).isZero();
        try (var files = Files.list(temp)) {
            return files.findFirst().orElseThrow();
        }
    }
}
