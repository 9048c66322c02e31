package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        if (plan.observe().isEmpty()) {
            found.wrong("names no system, so nothing could be judged", "observe");
        }
        plan.observe()
                .forEach((system, observation) ->
                        found.database(observation.component(), observation.database(), "observe", system));
        new SentinelCheck(plan, found).check();
        found.topic(plan.deadLetters().component(), plan.deadLetters().topic(), "dead-letters");
        load();
        phases();
        return found.problems();
    }

    private void load() {
        Set<String> links = environment.links().stream().map(Link::name).collect(Collectors.toCollection(TreeSet::new));
        String clients = plan.load().clients();
        found.known(clients, links, "is '" + clients + "', which is no link of the environment", "load", "clients");
        plan.load()
                .updates()
                .ifPresent(updates -> found.known(
                        updates.link(),
                        links,
                        "is '" + updates.link() + "', which is no link of the environment",
                        "load",
                        "updates",
                        "link"));
        Set<String> parameters = new TreeSet<>(environment.parameters().keySet());
        parameters.addAll(plan.parameters().keySet());
        String keys = plan.load().keys();
        if (found.known(keys, parameters, "is '" + keys + "', which is no parameter", "load", "keys")) {
            String count = plan.parameters()
                    .getOrDefault(keys, environment.parameters().getOrDefault(keys, ""));
            if (!count.matches("[1-9][0-9]{0,8}")) {
                found.wrong("names a parameter that is '" + count + "', which is no number of keys", "load", "keys");
            }
        }
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
