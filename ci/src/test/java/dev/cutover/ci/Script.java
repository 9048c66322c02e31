package dev.cutover.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A piece of shell as a CI runs it. */
record Script(Path directory, Map<String, String> environment) {

    private static final int LIMIT_MINUTES = 8;

    /** What came of it, with all that it said. */
    record Ended(int code, String text) {}

    /** Runs it in bash, which ends at the first command that fails; whoever runs longer than any command may is ended. */
    Ended run(String text) throws IOException, InterruptedException {
        Path output = Files.createTempFile("script", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("GATE_OUTPUT", "GITHUB_STEP_SUMMARY"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        process.destroy();
        String said = Files.readString(output);
        Files.delete(output);
        if (!ended) {
            throw new AssertionError("still running after " + LIMIT_MINUTES + " minutes:\n" + said);
        }
        return new Ended(process.exitValue(), said);
    }
}
