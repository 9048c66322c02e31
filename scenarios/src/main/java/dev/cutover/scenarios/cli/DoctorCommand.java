package dev.cutover.scenarios.cli;

import dev.cutover.chaos.network.ToxiproxyBinary;
import dev.cutover.harness.environment.Doctor.Check;
import dev.cutover.harness.environment.Doctor.Level;
import dev.cutover.harness.environment.containers.Engine;
import dev.cutover.harness.environment.processes.MachineChecks;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks whether this machine can rehearse. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is there, what is missing and what to do; builds toxiproxy-server if it can. "
                + "Exit code 0 if a rehearsal can run, else 3.")
public final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        List<Check> checks = MachineChecks.doctor(Home.path(), () -> new ToxiproxyBinary(Home.path()).find())
                .with(DoctorCommand::engine)
                .examine();
        for (Check check : checks) {
            out.printf("  %-8s %-18s %s%n", word(check.level()), check.name(), check.found());
            if (!check.advice().isEmpty()) {
                out.printf("  %-8s %-18s → %s%n", "", "", check.advice());
            }
        }
        boolean able = checks.stream().noneMatch(check -> check.level() == Level.MISSING);
        out.println(
                able ? "This machine can rehearse." : "This machine cannot rehearse yet: see above what is missing.");
        return able ? ExitCode.OK : ExitCode.TESTBED_ERROR;
    }

    private static Check engine() {
        Engine.Look look = Engine.look();
        return Check.ok("containers", look.found() + (look.answers() ? "" : "; rehearsals run as processes"));
    }

    private static String word(Level level) {
        return switch (level) {
            case OK -> "ok";
            case POOR -> "poor";
            case MISSING -> "MISSING";
        };
    }
}
