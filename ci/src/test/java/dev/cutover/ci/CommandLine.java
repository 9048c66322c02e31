package dev.cutover.ci;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs the command line as a user would, in a process of its own, from the packaged jars. */
record CommandLine(Process process, Path output) {

    private static final String RUN_DIRECTORY = "run directory ";
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    static CommandLine start(Path directory, String... arguments) throws IOException {
        return start(directory, List.of(), arguments);
    }

    /** With a disk of its own for {@code runs}, which only this process and its children see as such. */
    static CommandLine startOnSmallDisk(Path directory, int mebibytes, String... arguments) throws IOException {
        Files.createDirectory(directory.resolve("runs"));
        String mount = "mount -t tmpfs -o size=" + mebibytes + "m tmpfs runs && exec \"$@\"";
        return start(directory, List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh"), arguments);
    }

    /** In a network of its own, as the script does it. */
    static CommandLine startInOwnNetwork(Path directory, String... arguments) throws IOException {
        return start(directory, List.of(HOME.resolve("ci/own-network").toString()), arguments);
    }

    private static CommandLine start(Path directory, List<String> prefix, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the script does.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcutover.home=" + HOME,
                "-cp",
                HOME.resolve("scenarios/target/cutover-scenarios.jar") + ":" + HOME.resolve("scenarios/target/lib")
                        + "/*",
                "dev.cutover.scenarios.Cutover"));
        command.addAll(List.of(arguments));
        if (List.of("rehearse", "matrix").contains(arguments[0]) && !command.contains("--runtime")) {
            command.addAll(List.of("--runtime", "processes"));
        }
        Path output = Files.createTempFile(directory, "output", ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new CommandLine(process, output);
    }

    /** Exit code; fails the test if it takes longer than any command may. */
    int exitCode() throws InterruptedException {
        return exitCode(Duration.ofMinutes(8));
    }

    /** The same of what may take longer. */
    int exitCode(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + limit.toMinutes() + " minutes:\n" + text());
        }
        return process.exitValue();
    }

    String text() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run directory, once it was printed. */
    Optional<Path> runDirectory() {
        return text().lines()
                .filter(line -> line.startsWith(RUN_DIRECTORY))
                .map(line -> Path.of(line.substring(RUN_DIRECTORY.length())))
                .findFirst();
    }

    /** Until it says this; start-up caches are made before anything starts, where there are none. */
    void awaitLine(String text) {
        await().atMost(Duration.ofMinutes(5)).until(() -> text().contains(text) || !process.isAlive());
    }

    /** As Ctrl-C does; SIGINT itself is ignored by whatever a shell started in the background. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
