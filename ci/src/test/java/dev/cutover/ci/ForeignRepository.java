package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/** A repository that holds a plan and its systems, and nothing of the testbed. */
record ForeignRepository(Path root) {

    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /** With a copy of the example's files at its top. */
    static ForeignRepository of(Path root, String example) throws IOException, InterruptedException {
        copy(HOME.resolve("scenarios/examples").resolve(example), root);
        Script.Ended made = new Script(root, Map.of()).run("git init -q .");
        assertThat(made.code()).as(made.text()).isZero();
        return new ForeignRepository(root);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The distribution that this build made. */
    static Path distribution() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("ci/distribution/target"))) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "there is no distribution in ci/distribution/target: mvn package makes it"));
        }
    }

    /** A path on which the tests' own toxiproxy-server comes first, if there is one, so that none is fetched or built. */
    static String path() {
        return HOME.resolve(".cutover/cache/bin") + ":" + System.getenv("PATH");
    }

    /** What the gate kept. */
    RunFiles run() {
        return new RunFiles(root.resolve("gate-output/run"));
    }
}
