package dev.cutover.scenarios.cli;

import dev.cutover.chaos.run.Healer;
import dev.cutover.environment.container.ContainerLeftovers;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.Manifest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finishes what a crashed rehearsal left. */
@Command(
        name = "heal",
        mixinStandardHelpOptions = true,
        description =
                "After a crash of the testbed: heals every fault that the run's log says was begun and not healed, "
                        + "and ends the run's processes, and removes its containers and networks, that are still there. Safe to run at any time, and twice.",
        footer = {"", "Example:  cutover healc runs/latest"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, ExitCode.HELP_ERROR})
public final class HealCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var directory = run.directory();
        try (FileEventLog log = FileEventLog.open(directory.events())) {
            List<String> done = new Healer(directory.events(), log).heal();
            if (Manifest.read(directory).runtime().equals("containers")) {
                done = Stream.concat(done.stream(), ContainerLeftovers.remove(directory).stream())
                        .toList();
            }
            done.forEach(out::println);
            out.println(done.isEmpty() ? "nothing to heal" : done.size() + " done");
        }
        return ExitCode.OK;
    }
}
