package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a plan says about its environment and about itself that no single value shows; collects all that is wrong. */
final class PlanCheck {

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
        return found.problems();
    }

    private void phases() {
        Set<String> names = new HashSet<>();
        for (int index = 0; index < plan.phases().size(); index++) {
            PhaseSpec phase = plan.phases().get(index);
            if (!names.add(phase.name())) {
                found.wrong("is there twice; give each phase a name of its own", "phases", index, "name");
            }
            found.addAll(new FaultCheck(file, phase, index, environment).problems());
        }
    }
}
