package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong in a plan, with the line of each, and the questions about its environment that several sections ask. */
final class Findings {

    private final YamlFile file;
    private final EnvironmentSpec environment;
    private final Set<Problem> found = new LinkedHashSet<>();

    Findings(YamlFile file, EnvironmentSpec environment) {
        this.file = file;
        this.environment = environment;
    }

    List<Problem> problems() {
        return List.copyOf(found);
    }

    void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    void wrong(String message, Object... path) {
        found.add(file.problem(message, path));
    }

    boolean known(String name, Collection<String> names, String complaint, Object... path) {
        boolean there = names.contains(name);
        if (!there) {
            wrong(complaint + Nearest.question(name, names) + " there are: " + String.join(", ", names), path);
        }
        return there;
    }

    boolean component(String name, Object... path) {
        return known(name, environment.components().keySet(), "is '" + name + "', which is no component", path);
    }

    void endpoint(Endpoint endpoint, Object... path) {
        String component = endpoint.component();
        if (known(
                component,
                environment.components().keySet(),
                "goes to '" + component + "', which is no component",
                path)) {
            known(
                    endpoint.port(),
                    environment.component(component).ports().keySet(),
                    "goes to port '" + endpoint.port() + "', which is no port of '" + component + "'",
                    path);
        }
    }

    void database(String component, String database, Object... path) {
        if (!component(component, below(path, "component"))
                || environment.component(component).jdbc().isPresent()) {
            return;
        }
        switch (environment.component(component).kind()) {
            case Kind.Postgres postgres ->
                known(
                        database,
                        Set.of(postgres.database()),
                        "is '" + database + "', which is no database of '" + component + "'",
                        below(path, "database"));
            default ->
                wrong(
                        "is '" + component
                                + "', which is no database; one that is not postgres: needs jdbc: in the environment",
                        below(path, "component"));
        }
    }

    void topic(String component, String topic, Object... path) {
        if (!component(component, below(path, "component"))) {
            return;
        }
        switch (environment.component(component).kind()) {
            case Kind.Kafka kafka ->
                known(
                        topic,
                        kafka.topics().keySet(),
                        "is '" + topic + "', which is no topic of '" + component + "'",
                        below(path, "topic"));
            default -> wrong("is '" + component + "', which is no Kafka broker", below(path, "component"));
        }
    }

    /** A place further down. */
    static Object[] below(Object[] path, Object... further) {
        List<Object> longer = new ArrayList<>(List.of(path));
        longer.addAll(List.of(further));
        return longer.toArray();
    }
}
