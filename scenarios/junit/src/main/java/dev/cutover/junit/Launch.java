package dev.cutover.junit;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A rehearsal in a process of its own, as from the command line: only a new process can be put into a network of its own, and the tests' class
 * path stays free of what the testbed is made of.
 *
 * @param runs a directory for the runs of this test alone
 */
record Launch(Home home, Rehearsal asked, Path runs) {

    private static final int LINES_SHOWN = 40;

    /** What the testbed takes at most to heal, save and judge once it is asked to end. */
    private static final int GRACE_SECONDS = 70;

    /**
     * Runs it to its end.
     *
     * @throws IllegalStateException if there is no verdict, with the end of what the testbed said
     * @throws InterruptedException once it was stopped
     */
    RehearsalVerdict verdict() throws IOException, InterruptedException {
        Path output = Files.createDirectories(runs).resolve("console.log");
        int code = exitCode(output);
        if (Arrays.stream(Verdict.values()).noneMatch(verdict -> verdict.exitCode() == code)) {
            throw new IllegalStateException(String.join(" ", command()) + " ended with " + code
                    + ", without a verdict:\n" + end(output) + "\n(all of it: " + output + ")");
        }
        var run = new RunDirectory(runs.resolve("latest").toRealPath());
        return new RehearsalVerdict(VerdictReport.read(run), run);
    }

    private int exitCode(Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            throw e;
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(
                List.of(home.launcher().toString(), "rehearse", asked.value(), "--runs", runs.toString()));
        command.addAll(List.of("--runtime", asked.runtime().name().toLowerCase(Locale.ROOT)));
        if (!asked.bridge().isEmpty()) {
            command.addAll(List.of("--bridge", asked.bridge()));
        }
        if (asked.seed() != Rehearsal.DRAWN) {
            command.addAll(List.of("--seed", Long.toString(asked.seed())));
        }
        for (String value : asked.set()) {
            command.addAll(List.of("--set", value));
        }
        return command;
    }

    private static String end(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
