package dev.cutover.scenarios.cli;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.score.Score;
import dev.cutover.scenarios.score.ScoreText;
import dev.cutover.scenarios.score.Scoring;
import dev.cutover.scenarios.stage.Assembly;
import dev.cutover.scenarios.stage.BrokenBridge;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            "With --rehearse the runs that are missing are made first: hours. Ctrl-C ends the rehearsal under way, which counts as INCONCLUSIVE; "
                    + "the next time it goes on with those that are missing then."
        },
        footer = {
            "",
            "Examples:  cutover score --runs runs --series docs/detection.jsonl --write docs/detection.md",
            "           cutover score --rehearse 1 --runs runs-of-defects --write docs/detection.md"
        },
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

    @Option(
            names = "--series",
            paramLabel = "FILE",
            description =
                    "Counts what FILE says of other runs, too, and adds to it what is found of these: a line for each bridge in each run, "
                            + "which stays when their directories are gone.")
    private @Nullable Path series;

    @Option(
            names = "--rehearse",
            paramLabel = "SEEDS",
            description =
                    "Rehearses first what --runs lacks of the seeds 1 to SEEDS: the plan as it is, and each of its broken bridges, "
                            + "those that can in one run.")
    private int seeds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RuntimeChoice runtime = options.runtime();
        ResolvedPlan plan = options.read(runtime.name());
        Map<String, BrokenBridge> catalogue = BrokenBridge.catalogue(Home.bridges(plan));
        for (long seed = 1; seed <= seeds; seed++) {
            rehearse(Optional.empty(), seed, runtime, plan);
            for (BrokenBridge bridge : Scoring.series(catalogue.values())) {
                rehearse(Optional.of(bridge), seed, runtime, plan);
            }
        }
        List<RunDirectory> judged = judged(plan)
                .map(run -> new RunDirectory(Path.of(run.directory())))
                .toList();
        Score score = Scoring.of(catalogue, judged, Optional.ofNullable(series));
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
    private Stream<RunSummary> judged(ResolvedPlan plan) throws IOException {
        return Runs.all(runs).stream()
                .map(RunDirectory::new)
                .map(RunSummary::of)
                .filter(run -> run.verdict() != null && plan.plan().name().equals(run.plan()));
    }

    /** Unless there is such a run. */
    private void rehearse(Optional<BrokenBridge> bridge, long seed, RuntimeChoice runtime, ResolvedPlan plan)
            throws IOException {
        ResolvedPlan read =
                bridge.map(broken -> options.read(runtime.name(), broken)).orElse(plan);
        var assembly = new Assembly(read, bridge, seed, runtime, options.images(read), Home.path());
        boolean there = judged(plan)
                .anyMatch(run -> assembly.bridgeName().equals(run.bridge())
                        && Long.valueOf(seed).equals(run.seed()));
        if (!there) {
            new RehearseRun(
                            assembly,
                            Replay.of(assembly, options.given()),
                            runs,
                            false,
                            Boolean.getBoolean("cutover.terminal"))
                    .run(spec.commandLine().getOut());
        }
    }
}
