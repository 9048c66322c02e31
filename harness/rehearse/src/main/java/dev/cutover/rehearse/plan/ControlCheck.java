package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether what steers the systems can be done: every list is there and holds steps, and every step can know what it uses. */
final class ControlCheck {

    private static final String SECTION = "control";
    private static final String STEPS = "steps";

    private final Plan plan;
    private final ControlSpec control;
    private final EnvironmentSpec environment;
    private final Findings found;
    private final Set<String> followed = new HashSet<>();

    ControlCheck(Plan plan, EnvironmentSpec environment, Findings found) {
        this.plan = plan;
        this.control = plan.control();
        this.environment = environment;
        this.found = found;
    }

    void check() {
        control.steps().forEach((name, steps) -> {
            if (steps.isEmpty()) {
                found.wrong("holds no step", SECTION, STEPS, name);
            }
        });
        way(control.bootstrap(), SECTION, "bootstrap");
        way(control.route(), SECTION, "route");
        way(control.drained(), SECTION, "drained");
        for (int index = 0; index < control.background().size(); index++) {
            if (list(control.background().get(index).steps(), SECTION, "background", index, "do")) {
                follow(List.of(control.background().get(index).steps()), Set.of());
            }
        }
        crashes();
        phases();
        control.steps().keySet().stream()
                .filter(name -> !followed.contains(name))
                .forEach(name -> follow(List.of(name), Set.of()));
        readings();
    }

    private void crashes() {
        control.crash().forEach((component, crash) -> {
            found.component(component, SECTION, "crash", component);
            way(crash.arm(), Set.of(CrashSpec.POINT), SECTION, "crash", component, "arm");
            if (crash.arm().isEmpty()) {
                found.wrong("must name the lists of steps that arm ${point}", SECTION, "crash", component, "arm");
            }
        });
    }

    private void phases() {
        for (int index = 0; index < plan.phases().size(); index++) {
            PhaseSpec phase = plan.phases().get(index);
            if (phase.bootstrap() && control.bootstrap().isEmpty()) {
                found.wrong(
                        "needs 'control.bootstrap', the lists of steps that copy the data",
                        "phases",
                        index,
                        "bootstrap");
            }
            if (phase.canary().isPresent()) {
                canary(phase.canary().get(), index);
            }
            if (phase.route().isPresent()) {
                List<String> by = phase.route().get().by();
                way(by, "phases", index, "route", "by");
                if (by.isEmpty() && control.route().isEmpty()) {
                    found.wrong(
                            "needs a way there: 'control.route', or 'by' with the lists of steps",
                            "phases",
                            index,
                            "route");
                }
            }
        }
    }

    private void canary(PhaseSpec.Canary canary, int phase) {
        way(canary.plant(), "phases", phase, "canary", "plant");
        for (int index = 0; index < canary.ask().size(); index++) {
            String ask = canary.ask().get(index); // each by itself
            if (list(ask, "phases", phase, "canary", "ask", index)) {
                follow(List.of(ask), Set.of());
            }
        }
        way(canary.restore(), "phases", phase, "canary", "restore");
        if (control.comparisons().isEmpty()) {
            found.wrong(
                    "needs 'control.comparisons', where the bridge says what was different", "phases", phase, "canary");
        }
    }

    private void readings() {
        for (int index = 0; index < control.compared().size(); index++) {
            found.known(
                    control.compared().get(index),
                    plan.load().operations().keySet(),
                    "is '" + control.compared().get(index) + "', which is no operation of the load",
                    SECTION,
                    "compared",
                    index);
        }
        control.lag().ifPresent(lag -> {
            lag.oldToNew().ifPresent(reading -> reading(reading, "lag", "old-to-new"));
            lag.newToOld().ifPresent(reading -> reading(reading, "lag", "new-to-old"));
        });
        control.comparisons().ifPresent(asked -> reading(asked, "comparisons"));
        control.activated().forEach((component, reading) -> {
            found.component(component, SECTION, "activated", component);
            reading(reading, "activated", component);
        });
    }

    private void reading(ReadingSpec reading, Object... path) {
        new StepCheck(environment, found, Set.copyOf(ControlSpec.VALUES))
                .reading(reading, Findings.below(new Object[] {SECTION}, path));
    }

    /** Lists that are done one after the other: what one keeps, the next may use. */
    private void way(List<String> lists, Object... path) {
        way(lists, Set.of(), path);
    }

    /** The same, where there is more to use than what every step may. */
    private void way(List<String> lists, Set<String> besides, Object... path) {
        boolean all = true;
        for (int index = 0; index < lists.size(); index++) {
            all &= list(lists.get(index), Findings.below(path, index));
        }
        if (all) {
            follow(lists, besides);
        }
    }

    private boolean list(String name, Object... path) {
        return found.known(
                name, control.steps().keySet(), "is '" + name + "', which is no list of 'control.steps'", path);
    }

    private void follow(List<String> lists, Set<String> besides) {
        Set<String> known = new TreeSet<>(ControlSpec.VALUES);
        known.addAll(besides);
        lists.forEach(list -> follow(list, known));
    }

    private void follow(String list, Set<String> known) {
        followed.add(list);
        List<ActionSpec> steps = control.steps().getOrDefault(list, List.of());
        for (int index = 0; index < steps.size(); index++) {
            Object[] path = {SECTION, STEPS, list, index};
            new StepCheck(environment, found, known).step(steps.get(index), path);
            if (steps.get(index) instanceof ActionSpec.Until until) {
                until.ask().ifPresent(ask -> ask(ask, known, Findings.below(path, "ask")));
            }
            known.addAll(kept(steps.get(index)));
        }
    }

    /** What is asked waits for nothing itself, so nothing goes round in circles. */
    private void ask(String name, Set<String> known, Object... path) {
        if (list(name, path)) {
            if (control.steps().getOrDefault(name, List.of()).stream().anyMatch(ActionSpec.Until.class::isInstance)) {
                found.wrong("is '" + name + "', which waits with 'until' itself; let it only ask", path);
            } else {
                follow(name, new TreeSet<>(known));
            }
        }
    }

    private static Set<String> kept(ActionSpec step) {
        return switch (step) {
            case ActionSpec.Http http -> http.keep().keySet();
            case ActionSpec.Until until -> until.keep().keySet();
            case ActionSpec.Run unused -> Set.of();
            case ActionSpec.Write unused -> Set.of();
            case ActionSpec.Sql unused -> Set.of();
        };
    }
}
