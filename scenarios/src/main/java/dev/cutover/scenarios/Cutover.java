package dev.cutover.scenarios;

import dev.cutover.scenarios.cli.BridgesCommand;
import dev.cutover.scenarios.cli.CheckCommand;
import dev.cutover.scenarios.cli.CompletionCommand;
import dev.cutover.scenarios.cli.DoctorCommand;
import dev.cutover.scenarios.cli.Errors;
import dev.cutover.scenarios.cli.ExitCode;
import dev.cutover.scenarios.cli.HealCommand;
import dev.cutover.scenarios.cli.InitCommand;
import dev.cutover.scenarios.cli.MatrixCommand;
import dev.cutover.scenarios.cli.RehearseCommand;
import dev.cutover.scenarios.cli.ReportCommand;
import dev.cutover.scenarios.cli.RunsCommand;
import dev.cutover.scenarios.cli.ScoreCommand;
import dev.cutover.scenarios.cli.SimulateCommand;
import dev.cutover.scenarios.cli.ValidateCommand;
import dev.cutover.scenarios.cli.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line {@code cutover}. */
@Command(
        name = "cutover",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Rehearses a migration: starts the old system, the new system and the bridge between them, drives load and faults "
                    + "through every phase of the cutover, rolls back, cuts over again, and says whether it is safe to do so in production.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 GO, 1 NO-GO, 2 INCONCLUSIVE, 3 the testbed itself had an error.",
            "",
            "First steps:  cutover doctor     what is missing on this machine",
            "              cutover init       a plan for your own systems to begin with",
            "              cutover validate   whether a plan is right, without starting anything",
            "              cutover doctor PLAN   whether each part of it works, tried once",
            "              cutover rehearse   the reference migration, about two minutes",
            "              cutover bridges    bridges with a seeded defect, to see it say no",
            "              cutover simulate   the phases in memory, thousands of times",
            "              cutover COMMAND --help"
        },
        subcommands = {
            RehearseCommand.class,
            ValidateCommand.class,
            CheckCommand.class,
            ReportCommand.class,
            HealCommand.class,
            RunsCommand.class,
            BridgesCommand.class,
            MatrixCommand.class,
            ScoreCommand.class,
            SimulateCommand.class,
            DoctorCommand.class,
            InitCommand.class,
            CompletionCommand.class
        })
public final class Cutover {

    private Cutover() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        CommandLine line = line();
        if (arguments.length == 0) {
            line.usage(System.out);
            return ExitCode.TESTBED_ERROR;
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return Errors.outOfMemory(e, line);
        }
    }

    /** Whatever was printed is out when a command has ended, however it was printed. */
    private static int toTheEnd(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } finally {
            parsed.asCommandLineList().forEach(command -> command.getOut().flush());
        }
    }

    static CommandLine line() {
        var line = new CommandLine(new Cutover())
                .setExecutionExceptionHandler(new Errors())
                .setExecutionStrategy(Cutover::toTheEnd)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.TESTBED_ERROR);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec()
                        .exitCodeOnInvalidInput(ExitCode.TESTBED_ERROR)
                        .versionProvider(new Version()));
        return line;
    }
}
