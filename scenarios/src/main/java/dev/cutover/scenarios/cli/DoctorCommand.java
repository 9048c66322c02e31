package dev.cutover.scenarios.cli;

import dev.cutover.chaos.toxiproxy.ToxiproxyBinary;
import dev.cutover.environment.Doctor;
import dev.cutover.environment.Doctor.Check;
import dev.cutover.environment.Doctor.Level;
import dev.cutover.environment.container.Engine;
import dev.cutover.environment.process.MachineChecks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks whether this machine can rehearse. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is there, what is missing and what to do; builds toxiproxy-server if it can. "
                + "Exit code 0 if a rehearsal can run, else 3.",
        footer = {"", "Example:  cutover doctor --json"},
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {"0:a rehearsal can run", "3:something is missing"})
public final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json = new JsonOption();

    private record Answer(boolean able, List<String> runtimes, List<Seen> checks) {}

    /** A check as JSON has it; the runtime is empty for what every rehearsal needs. */
    private record Seen(String runtime, String name, String level, String found, String advice) {}

    private final List<Seen> seen = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        boolean any = complete("", MachineChecks.anyRuntime(Home.path()));
        boolean processes =
                complete("processes", MachineChecks.processes(() -> new ToxiproxyBinary(Home.cache()).find()));
        boolean containers = complete("containers", new Doctor().with(DoctorCommand::engine));
        boolean able = any && (processes || containers);
        var out = spec.commandLine().getOut();
        if (json.asked()) {
            JsonOption.print(out, new Answer(able, runtimes(any && containers, any && processes), seen));
        } else {
            out.println(
                    able
                            ? able(processes, containers)
                            : "This machine cannot rehearse yet: see above what is missing.");
        }
        return able ? ExitCode.OK : ExitCode.TESTBED_ERROR;
    }

    private static List<String> runtimes(boolean containers, boolean processes) {
        return Stream.of(containers ? "containers" : "", processes ? "processes" : "")
                .filter(runtime -> !runtime.isEmpty())
                .toList();
    }

    private static String able(boolean processes, boolean containers) {
        if (processes && containers) {
            return "This machine can rehearse, in containers and as processes.";
        }
        return "This machine can rehearse, " + (containers ? "in containers" : "as processes") + " only.";
    }

    /** Shows what was found under a heading; true if nothing is missing. */
    private boolean complete(String heading, Doctor doctor) {
        List<Check> checks = doctor.examine();
        checks.forEach(check -> seen.add(new Seen(
                heading, check.name(), word(check.level()).toLowerCase(Locale.ROOT), check.found(), check.advice())));
        if (!json.asked()) {
            print(heading, checks);
        }
        return checks.stream().noneMatch(check -> check.level() == Level.MISSING);
    }

    private void print(String heading, List<Check> checks) {
        var out = spec.commandLine().getOut();
        if (!heading.isEmpty()) {
            out.println(heading);
        }
        for (Check check : checks) {
            out.printf("  %-8s %-18s %s%n", word(check.level()), check.name(), check.found());
            if (!check.advice().isEmpty()) {
                out.printf("  %-8s %-18s → %s%n", "", "", check.advice());
            }
        }
        out.flush();
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
