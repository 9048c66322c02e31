package dev.cutover.scenarios.cli;

import dev.cutover.chaos.toxiproxy.ToxiproxyBinary;
import dev.cutover.environment.Doctor;
import dev.cutover.environment.Doctor.Check;
import dev.cutover.environment.Doctor.Level;
import dev.cutover.environment.container.Engine;
import dev.cutover.environment.process.MachineChecks;
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
        boolean any = complete("", MachineChecks.anyRuntime(Home.path()));
        boolean processes =
                complete("processes", MachineChecks.processes(() -> new ToxiproxyBinary(Home.path()).find()));
        boolean containers = complete("containers", new Doctor().with(DoctorCommand::engine));
        boolean able = any && (processes || containers);
        spec.commandLine()
                .getOut()
                .println(
                        able
                                ? able(processes, containers)
                                : "This machine cannot rehearse yet: see above what is missing.");
        return able ? ExitCode.OK : ExitCode.TESTBED_ERROR;
    }

    private static String able(boolean processes, boolean containers) {
        if (processes && containers) {
            return "This machine can rehearse, in containers and as processes.";
        }
        return "This machine can rehearse, " + (containers ? "in containers" : "as processes") + " only.";
    }

    /** Prints what was found under a heading; true if nothing is missing. */
    private boolean complete(String heading, Doctor doctor) {
        var out = spec.commandLine().getOut();
        if (!heading.isEmpty()) {
            out.println(heading);
        }
        List<Check> checks = doctor.examine();
        for (Check check : checks) {
            out.printf("  %-8s %-18s %s%n", word(check.level()), check.name(), check.found());
            if (!check.advice().isEmpty()) {
                out.printf("  %-8s %-18s → %s%n", "", "", check.advice());
            }
        }
        return checks.stream().noneMatch(check -> check.level() == Level.MISSING);
    }

    private static Check engine() {
        Engine.Look look = Engine.look();
        return look.answers()
                ? Check.ok("engine", look.found())
                : new Check(
                        "engine",
                        Level.MISSING,
                        look.found(),
                        "start one (dockerd); without, rehearsals run as processes");
    }

    private static String word(Level level) {
        return switch (level) {
            case OK -> "ok";
            case POOR -> "poor";
            case MISSING -> "MISSING";
        };
    }
}
