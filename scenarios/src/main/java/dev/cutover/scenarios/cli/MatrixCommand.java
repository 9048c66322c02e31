package dev.cutover.scenarios.cli;

import dev.cutover.record.json.Json;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.scenarios.matrix.Campaign;
import dev.cutover.scenarios.matrix.Cell;
import dev.cutover.scenarios.matrix.Choice;
import dev.cutover.scenarios.matrix.Grid;
import dev.cutover.scenarios.matrix.MatrixReport;
import dev.cutover.scenarios.matrix.MatrixText;
import dev.cutover.scenarios.matrix.Packing;
import dev.cutover.scenarios.stage.Assembly;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Derives a plan's fault matrix, and rehearses cells of it. */
@Command(
        name = "matrix",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a plan's fault matrix: every phase with every fault on every link, in both directions, and on every component, at each of its "
                    + "crash points; what is skipped, and why; and in which runs the chosen cells are put together.",
            "",
            "With --rehearse these runs are rehearsed, one after the other. Of a run that is not GO each cell is rehearsed again, alone."
        },
        footer = {
            "",
            "Examples:  cutover matrix --cells all",
            "           cutover matrix --cells 12 --rehearse",
            "           cutover matrix --rehearse --only 'half/freeze-upstream/bridge->old'"
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            "0:GO, or nothing was rehearsed",
            ExitCode.HELP_NO_GO,
            ExitCode.HELP_INCONCLUSIVE,
            ExitCode.HELP_ERROR
        })
public final class MatrixCommand implements Callable<Integer> {

    private static final int SEEDS = 1_000_000;
    private static final String ALL = "all";

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(
            names = "--cells",
            defaultValue = "12",
            paramLabel = "N|all",
            description =
                    "How many: first those that the plan chose (matrix.chosen), in one run, then others, drawn by the seed "
                            + "(default: ${DEFAULT-VALUE}).")
    private String cells = "12";

    @Option(
            names = "--only",
            paramLabel = "CELL",
            description =
                    "A cell by its name, PHASE/FAULT/TARGET, in place of --cells; may be given several times: all in one run.")
    private List<String> only = List.of();

    @Option(names = "--rehearse", description = "Rehearses the runs.")
    private boolean rehearse;

    @Option(
            names = "--seed",
            description = "Decides which cells come together, and load, keys and data. Default: drawn.")
    private @Nullable Long seed;

    @Option(
            names = "--runs",
            defaultValue = "runs",
            paramLabel = "DIR",
            description = "Where run directories are made (default: ${DEFAULT-VALUE}).")
    private Path runs = Path.of("runs");

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the matrix as JSON into this file, as docs/command-line.md describes it.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RuntimeChoice runtime = options.runtime();
        ResolvedPlan read = options.read(runtime.name());
        long decided = seed != null ? seed : ThreadLocalRandom.current().nextInt(SEEDS);
        var packing = new Packing(read.plan());
        Grid grid = Grid.of(read.plan(), read.environment(), runtime.name() == RuntimeChoice.Name.CONTAINERS);
        List<List<Cell>> meant = meant(new Choice(grid, packing), decided);
        List<String> phases = read.plan().phases().stream().map(PhaseSpec::name).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (!rehearse) {
            out.print(MatrixText.of(grid, phases, meant));
            out.flush();
            write(MatrixReport.of(read.plan().name(), decided, grid, meant));
            return ExitCode.OK;
        }
        Campaign campaign = Campaign.of(
                meant, together -> rehearse(read.with(packing.phases(together)), together, decided, runtime));
        out.println();
        out.print(MatrixText.of(grid, phases, campaign));
        out.flush();
        write(MatrixReport.of(read.plan().name(), decided, grid, campaign));
        return campaign.verdict().exitCode();
    }

    private List<List<Cell>> meant(Choice choice, long decided) {
        if (!only.isEmpty()) {
            return choice.named(only);
        }
        if (cells.equals(ALL)) {
            return choice.all(decided);
        }
        if (!cells.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("--cells must be a number from 1, or all, but is '" + cells + "'");
        }
        return choice.some(Integer.parseInt(cells), decided);
    }

    private Campaign.Ran rehearse(ResolvedPlan variant, List<Cell> together, long decided, RuntimeChoice runtime)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        together.forEach(cell -> out.println("cell " + cell.placed()));
        var assembly = new Assembly(variant, Optional.empty(), decided, runtime, options.images(variant), Home.path());
        String replay = Replay.of(assembly, together, options.given());
        var judged = new RehearseRun(assembly, replay, runs, false, Boolean.getBoolean("cutover.terminal")).run(out);
        VerdictReport report = VerdictReport.read(judged.run());
        String name = String.valueOf(judged.run().root().getFileName());
        return new Campaign.Ran(together, report.verdict(), name, report.reason());
    }

    private void write(MatrixReport report) throws IOException {
        if (json != null) {
            Json.MAPPER.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), report);
        }
    }
}
