package dev.cutover.scenarios.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Judges a run again from its evidence. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Judges a run from its evidence and writes verdict.json, replacing an older one: the same run directory always gives the same verdict.",
        footer = {"", "Example:  cutover check runs/latest"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_GO, ExitCode.HELP_NO_GO, ExitCode.HELP_INCONCLUSIVE, ExitCode.HELP_ERROR})
public final class CheckCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var directory = run.directory();
        var judgement = Judgement.of(directory);
        var out = spec.commandLine().getOut();
        if (!json.asked()) {
            return judgement.print(out);
        }
        out.println(Files.readString(directory.verdict()));
        out.flush();
        return judgement.report().verdict().exitCode();
    }
}
