package dev.cutover.scenarios.cli;

import dev.cutover.chaos.toxiproxy.ToxiproxyBinary;
import dev.cutover.environment.Doctor;
import dev.cutover.environment.Doctor.Check;
import dev.cutover.environment.Doctor.Level;
import dev.cutover.environment.container.Engine;
import dev.cutover.environment.process.MachineChecks;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A look at what this machine has of what a rehearsal needs: in general, and for the runtimes that are asked about. */
final class MachineLook {

    private final Set<RuntimeChoice.Name> able = EnumSet.noneOf(RuntimeChoice.Name.class);
    private final List<Group> groups = new ArrayList<>();

    /** Checks under a heading, which is empty for what every rehearsal needs. */
    record Group(String heading, List<Check> checks) {
        boolean complete() {
            return checks.stream().noneMatch(check -> check.level() == Level.MISSING);
        }
    }

    MachineLook(Set<RuntimeChoice.Name> runtimes) {
        boolean any = complete("", MachineChecks.anyRuntime(Home.path()));
        for (RuntimeChoice.Name runtime : runtimes) {
            if (complete(runtime.toString(), checks(runtime)) && any) {
                able.add(runtime);
            }
        }
    }

    private static Doctor checks(RuntimeChoice.Name runtime) {
        return switch (runtime) {
            case PROCESSES -> MachineChecks.processes(() -> new ToxiproxyBinary(Home.cache()).find());
            case CONTAINERS -> new Doctor().with(MachineLook::engine);
        };
    }

    private boolean complete(String heading, Doctor doctor) {
        Group group = new Group(heading, doctor.examine());
        groups.add(group);
        return group.complete();
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

    /** The runtimes of those asked about that a rehearsal can have here. */
    Set<RuntimeChoice.Name> able() {
        return able;
    }

    List<Group> groups() {
        return groups;
    }

    void print(PrintWriter out) {
        for (Group group : groups) {
            if (!group.heading().isEmpty()) {
                out.println(group.heading());
            }
            for (Check check : group.checks()) {
                out.printf("  %-8s %-18s %s%n", word(check.level()), check.name(), check.found());
                if (!check.advice().isEmpty()) {
                    out.printf("  %-8s %-18s → %s%n", "", "", check.advice());
                }
            }
        }
        out.println(sentence());
        out.flush();
    }

    private String sentence() {
        if (able.isEmpty()) {
            return "This machine cannot rehearse yet: see above what is missing.";
        }
        if (able.size() == RuntimeChoice.Name.values().length) {
            return "This machine can rehearse, in containers and as processes.";
        }
        return "This machine can rehearse, "
                + (able.contains(RuntimeChoice.Name.CONTAINERS) ? "in containers" : "as processes") + " only.";
    }

    /** As JSON has it. */
    static String level(Level level) {
        return word(level).toLowerCase(Locale.ROOT);
    }

    private static String word(Level level) {
        return switch (level) {
            case OK -> "ok";
            case POOR -> "poor";
            case MISSING -> "MISSING";
        };
    }
}
