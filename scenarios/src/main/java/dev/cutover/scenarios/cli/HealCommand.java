package dev.cutover.scenarios.cli;

import dev.cutover.chaos.run.Healer;
import dev.cutover.environment.container.ContainerLeftovers;
import dev.cutover.environment.running.FileTree;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
                        + "ends the run's processes, and removes its containers and networks, that are still there, and the components' scratch space. Safe to run at any time, and twice: what it does is noted in healed.jsonl, and the evidence stays as it was. "
                        + "Ends with 3 if anything could not be healed, ended or removed.",
        footer = {"", "Example:  cutover heal runs/latest"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.HELP_OK, "3:something is not healed, or there is no such run"})
public final class HealCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run = new RunArgument();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var directory = run.directory();
        // First of all: what is no run directory is refused, and nothing is written there.
        Manifest manifest = Manifest.read(directory);
        List<String> done = new ArrayList<>();
        List<String> notDone = new ArrayList<>();
        if (Files.exists(directory.events())) {
            Healer.Healed healed = heal(directory);
            done.addAll(healed.done());
            notDone.addAll(healed.notDone());
        }
        if (manifest.runtime().equals("containers")) {
            ContainerLeftovers.Removal removal = ContainerLeftovers.remove(directory);
            done.addAll(removal.removed());
            removal.failure().ifPresent(notDone::add);
        }
        if (notDone.isEmpty()) {
            deleteWork(directory.work(), done, notDone);
        }
        return report(done, notDone);
    }

    /** As the end of a run does it; what still runs may need it. */
    private static void deleteWork(Path work, List<String> done, List<String> notDone) {
        if (!Files.exists(work)) {
            return;
        }
        try {
            FileTree.delete(work);
            done.add("scratch space " + work + ": deleted");
        } catch (IOException e) {
            notDone.add("scratch space " + work + ": NOT deleted: " + e);
        }
    }

    private static Healer.Healed heal(RunDirectory directory) throws IOException {
        try (FileEventLog log = FileEventLog.open(directory.withoutLinks(directory.healed()))) {
            return new Healer(directory, log).heal();
        }
    }

    private int report(List<String> done, List<String> notDone) {
        var out = spec.commandLine().getOut();
        done.forEach(out::println);
        notDone.forEach(out::println);
        if (notDone.isEmpty()) {
            out.println(done.isEmpty() ? "nothing to heal" : done.size() + " done");
            return ExitCode.OK;
        }
        out.println(done.size() + " done, " + notDone.size() + " NOT done: see above, and run heal again");
        return ExitCode.TESTBED_ERROR;
    }
}
