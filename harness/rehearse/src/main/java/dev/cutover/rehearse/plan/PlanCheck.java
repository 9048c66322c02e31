package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.run.Hazard;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a plan says about its environment and about itself that no single value shows; collects all that is wrong. */
final class PlanCheck {

    private static final String MATRIX = "matrix";

    private final Plan plan;
    private final EnvironmentSpec environment;
    private final YamlFile file;
    private final Findings found;

    PlanCheck(YamlFile file, Plan plan, EnvironmentSpec environment) {
        this.file = file;
        this.plan = plan;
        this.environment = environment;
        this.found = new Findings(file, environment);
    }

    List<Problem> problems() {
        plan.parameters()
                .keySet()
                .forEach(name -> found.known(
                        name,
                        environment.parameters().keySet(),
                        "is no parameter of the environment",
                        "parameters",
                        name));
        new ControlCheck(plan, environment, found).check();
        new SentinelCheck(plan, found).check();
        if (plan.keys() instanceof KeySpec.Sql sql) {
            found.database(sql.component(), sql.database(), "keys");
        }
        found.addAll(new LoadCheck(file, plan, environment).problems());
        new ObservationCheck(plan, found).check();
        new EffectCheck(plan, found).check();
        new StreamCheck(plan, found).check();
        phases();
        hazards();
        plan.matrix().ifPresent(this::matrix);
        return found.problems();
    }

    private void phases() {
        Set<String> names = new HashSet<>();
        for (int index = 0; index < plan.phases().size(); index++) {
            PhaseSpec phase = plan.phases().get(index);
            if (!names.add(phase.name())) {
                found.wrong("is there twice; give each phase a name of its own", "phases", index, "name");
            }
            found.addAll(faults(phase, phase.faults(), "phases", index, "faults"));
        }
    }

    private void hazards() {
        List<String> names = Arrays.stream(Hazard.values()).map(Hazard::text).toList();
        plan.hazards().forEach((name, least) -> {
            boolean known = found.known(name, names, "is no hazard that can be counted", "hazards", name);
            if (known && least < 1) {
                found.wrong("must be 1 or more but is " + least, "hazards", name);
            }
        });
    }

    private List<Problem> faults(PhaseSpec phase, List<FaultSpec> faults, Object... path) {
        return new FaultCheck(file, phase, faults, plan.control(), environment, path).problems();
    }

    private void matrix(MatrixSpec matrix) {
        List<String> names = plan.phases().stream().map(PhaseSpec::name).toList();
        for (int index = 0; index < matrix.route().size(); index++) {
            found.known(
                    matrix.route().get(index),
                    plan.control().steps().keySet(),
                    "is '" + matrix.route().get(index) + "', which is no list of 'control.steps'",
                    MATRIX,
                    "route",
                    index);
        }
        matrix.chosen().forEach((name, faults) -> {
            if (found.known(name, names, "is no phase of the plan", MATRIX, "chosen", name)) {
                found.addAll(faults(plan.phases().get(names.indexOf(name)), faults, MATRIX, "chosen", name));
            }
        });
        for (int index = 0; index < matrix.skip().size(); index++) {
            List<String> phases = matrix.skip().get(index).phases();
            for (int at = 0; at < phases.size(); at++) {
                found.known(
                        phases.get(at),
                        names,
                        "is '" + phases.get(at) + "', which is no phase of the plan",
                        MATRIX,
                        "skip",
                        index,
                        "phases",
                        at);
            }
        }
    }
}
