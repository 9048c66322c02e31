package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a plan's {@code observe}, {@code effects} and {@code dead-letters} say about its environment and its load. */
final class ObservationCheck {
    private static final String OBSERVE = "observe";
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String COMPONENT = "component";

    private final YamlFile file;
    private final Plan plan;
    private final EnvironmentSpec environment;
    private final Map<String, Manifest.Kind> kinds;
    private final List<Problem> found = new ArrayList<>();

    /** With the kinds of operations of the plan's load; none if they are not known here. */
    ObservationCheck(YamlFile file, Plan plan, EnvironmentSpec environment, List<Manifest.Kind> kinds) {
        this.file = file;
        this.plan = plan;
        this.environment = environment;
        this.kinds = kinds.stream().collect(Collectors.toMap(Manifest.Kind::name, kind -> kind));
    }

    List<Problem> problems() {
        if (plan.observe().isEmpty()) {
            wrong("names no system, so nothing could be judged", OBSERVE);
        }
        for (String system : plan.observe().keySet()) {
            known(system, Set.of("old", "new"), "is no role of a system", OBSERVE, system);
        }
        plan.observe().forEach(this::system);
        plan.deadLetters().ifPresent(this::deadLetters);
        return List.copyOf(found);
    }

    private void system(String system, ObservationSpec spec) {
        database(spec, system);
        spec.applied().forEach((table, applied) -> {
            named(table, OBSERVE, system, "applied", table);
            for (int at = 0; at < applied.of().size(); at++) {
                operation(applied.of().get(at), writes(), OBSERVE, system, "applied", table, "of", at);
            }
        });
        for (String register : spec.registers().keySet()) {
            named(register, OBSERVE, system, "registers", register);
            operation(register, registers(), OBSERVE, system, "registers", register);
        }
        spec.entities().keySet().forEach(entity -> named(entity, OBSERVE, system, "entities", entity));
        spec.invariants().keySet().forEach(one -> named(one, OBSERVE, system, "invariants", one));
    }

    /** Names of tables become parts of file names. */
    private void named(String name, Object... path) {
        if (!name.matches(Plan.NAME)) {
            wrong("must be letters, digits, '-', '_' and '.', since files are called by it", path);
        }
    }

    private void operation(String name, Set<String> there, Object... path) {
        if (!kinds.isEmpty()) {
            known(name, there, "is '" + name + "', which is no such operation of the load", path);
        }
    }

    private Set<String> writes() {
        return names(kinds.values().stream().filter(Manifest.Kind::write).toList());
    }

    private Set<String> registers() {
        return names(kinds.values().stream()
                .filter(kind -> kind.role() == Role.REGISTER)
                .toList());
    }

    private static Set<String> names(Collection<Manifest.Kind> some) {
        return some.stream().map(Manifest.Kind::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private void database(ObservationSpec spec, String system) {
        String component = spec.component();
        if (!known(component, components(), "is '" + component + "', which is no component", OBSERVE, system, COMPONENT)) {
            return;
        }
        switch (environment.component(component).kind()) {
            case Kind.Postgres postgres ->
                known(
                        spec.database(),
                        Set.of(postgres.database()),
                        "is '" + spec.database() + "', which is no database of '" + component + "'",
                        OBSERVE,
                        system,
                        "database");
            default -> wrong("is '" + component + "', which is no database", OBSERVE, system, COMPONENT);
        }
    }

    private void deadLetters(Plan.DeadLetters letters) {
        String component = letters.component();
        if (!known(component, components(), "is '" + component + "', which is no component", DEAD_LETTERS, COMPONENT)) {
            return;
        }
        switch (environment.component(component).kind()) {
            case Kind.Kafka kafka ->
                known(
                        letters.topic(),
                        kafka.topics().keySet(),
                        "is '" + letters.topic() + "', which is no topic of '" + component + "'",
                        DEAD_LETTERS,
                        "topic");
            default -> wrong("is '" + component + "', which is no Kafka broker", DEAD_LETTERS, COMPONENT);
        }
    }

    private Set<String> components() {
        return environment.components().keySet();
    }

    private boolean known(String name, Collection<String> names, String complaint, Object... path) {
        boolean there = names.contains(name);
        if (!there) {
            wrong(complaint + Nearest.question(name, names) + " there are: " + String.join(", ", names), path);
        }
        return there;
    }

    private void wrong(String message, Object... path) {
        found.add(file.problem(message, path));
    }
}
