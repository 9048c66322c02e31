package dev.cutover.scenarios.cli;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.score.Score;
import dev.cutover.scenarios.score.ScoreText;
import dev.cutover.scenarios.score.Scoring;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts how often verdicts were right. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Counts, over the judged runs of a folder, how often each of a plan's broken bridges was caught, by whom, and whether anybody was accused falsely.",
            "",
            "It rehearses nothing itself: make the runs with cutover rehearse PLAN --bridge NAME --seed N --runs DIR."
        },
        footer = {"", "Example:  cutover score --runs runs --write docs/detection.md"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, ExitCode.HELP_ERROR})
public final class ScoreCommand implements Callable<Integer> {

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(
            names = "--runs",
            defaultValue = "runs",
            paramLabel = "DIR",
            description = "Where the runs lie (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Writes the tables between the file's lines '<!-- generated: score -->' and '<!-- end -->'.")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ResolvedPlan plan = options.read(options.runtime().name());
        Map<String, BrokenBridge> catalogue = BrokenBridge.catalogue(Home.bridges(plan));
        List<RunDirectory> judged = Runs.all(runs).stream()
                .map(RunDirectory::new)
                .filter(run -> judged(RunSummary.of(run), plan))
                .toList();
        Score score = Scoring.of(catalogue, judged);
        PrintWriter out = spec.commandLine().getOut();
        if (json.asked()) {
            JsonOption.print(out, score);
        } else {
            out.print(ScoreText.of(score));
        }
        if (file != null) {
            Scoring.write(file, ScoreText.of(score));
        }
        return ExitCode.OK;
    }

    /** What cannot be read, as runs of an older version, is nobody's. */
    private static boolean judged(RunSummary run, ResolvedPlan plan) {
        return run.verdict() != null && plan.plan().name().equals(run.plan());
    }
}
