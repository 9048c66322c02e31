package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The example of a build that is not ours, with the artifacts that ours would install. */
@DisplayName("A foreign build with a rehearsal among its tests")
class JunitExampleIT {

    private static final Path HOME = ForeignRepository.HOME;
    private static final String MAVEN = "$(command -v mvn || echo " + HOME.resolve("mvnw") + ")";

    @TempDir
    private Path directory;

    @EnabledIf(
            value = "dev.cutover.ci.ExamplesIT#notesCanRun",
            disabledReason = "needs nginx-light and python3-psycopg2")
    @Test
    void catches_a_broken_bridge() throws IOException, InterruptedException {
        ForeignRepository.copy(HOME.resolve("scenarios/examples/notes"), directory.resolve("notes"));
        for (String part : new String[] {"pom.xml", "src/test/java/com/example/notes/CutoverTest.java"}) {
            Path copy = directory.resolve("junit").resolve(part);
            Files.createDirectories(copy.getParent());
            Files.copy(HOME.resolve("scenarios/examples/junit").resolve(part), copy);
        }

        Script.Ended built = build();

        assertThat(built.code()).as(built.text()).isZero();
        assertThat(built.text()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        Path runs = directory.resolve("junit/target/runs/CutoverTest.without_its_way_back_is_caught");
        assertThat(new RunFiles(runs.resolve("latest")).checkers("FAIL")).contains("rollback-complete");
    }

    private Script.Ended build() throws IOException, InterruptedException {
        try (LocalRepository repository = repository()) {
            return new Script(
                            directory.resolve("junit"),
                            Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", ForeignRepository.path()))
                    .run(MAVEN + " -o -B -ntp -Dmaven.repo.local=" + repository.root()
                            + " -Dtest=CutoverTest#without_its_way_back_is_caught test");
        }
    }

    private LocalRepository repository() throws IOException {
        Path distribution = ForeignRepository.distribution();
        String version = distribution.getFileName().toString().replaceFirst("^cutover-(.*)\\.tar\\.gz$", "$1");
        LocalRepository repository = LocalRepository.over(
                Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository")),
                directory.resolve("repository"),
                version);
        repository.install("cutover-bom", HOME.resolve("ci/bom/pom.xml"), "pom");
        repository.install("cutover-distribution", HOME.resolve("ci/distribution/target/consumer-pom.xml"), "pom");
        repository.install("cutover-distribution", distribution, "tar.gz");
        installJar(repository, "cutover-record", "harness/record");
        installJar(repository, "cutover-junit", "scenarios/junit");
        return repository;
    }

    private static void installJar(LocalRepository repository, String artifact, String module) throws IOException {
        Path target = HOME.resolve(module).resolve("target");
        repository.install(artifact, target.resolve("consumer-pom.xml"), "pom");
        repository.install(artifact, target.resolve(artifact + ".jar"), "jar");
    }
}
