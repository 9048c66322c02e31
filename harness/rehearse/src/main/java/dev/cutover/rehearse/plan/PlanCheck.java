package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.rehearse.plan.SentinelSpec.Seen;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.util.ArrayList;
import java.util.Collection;
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
    private final List<Problem> found = new ArrayList<>();

    PlanCheck(YamlFile file, Plan plan, EnvironmentSpec environment) {
        this.file = file;
        this.plan = plan;
        this.environment = environment;
    }

    List<Problem> problems() {
        plan.parameters()
                .keySet()
                .forEach(name -> known(
                        name,
                        environment.parameters().keySet(),
                        "is no parameter of the environment",
                        "parameters",
                        name));
        endpoint(plan.control().routing().component(), plan.control().routing().port(), "routing");
        endpoint(
                plan.control().bootstrap().component(),
                plan.control().bootstrap().port(),
                "bootstrap");
        sentinels();
        load();
        phases();
        // The kinds of operations are not in the plan yet.
        found.addAll(new ObservationCheck(file, plan, environment, List.of()).problems());
        return List.copyOf(found);
    }

    private void endpoint(String component, String port, String use) {
        if (component(component, "control", use, "component")) {
            known(
                    port,
                    environment.component(component).ports().keySet(),
                    "is '" + port + "', which is no port of '" + component + "'",
                    "control",
                    use,
                    "port");
        }
    }

    private void load() {
        Set<String> links = environment.links().stream().map(Link::name).collect(Collectors.toCollection(TreeSet::new));
        String clients = plan.load().clients();
        known(clients, links, "is '" + clients + "', which is no link of the environment", "load", "clients");
        plan.load()
                .updates()
                .ifPresent(updates -> known(
                        updates.link(),
                        links,
                        "is '" + updates.link() + "', which is no link of the environment",
                        "load",
                        "updates",
                        "link"));
        Set<String> parameters = new TreeSet<>(environment.parameters().keySet());
        parameters.addAll(plan.parameters().keySet());
        String keys = plan.load().keys();
        if (known(keys, parameters, "is '" + keys + "', which is no parameter", "load", "keys")) {
            String count = plan.parameters()
                    .getOrDefault(keys, environment.parameters().getOrDefault(keys, ""));
            if (!count.matches("[1-9][0-9]{0,8}")) {
                wrong("names a parameter that is '" + count + "', which is no number of keys", "load", "keys");
            }
        }
    }

    private void sentinels() {
        Set<String> streams = new HashSet<>();
        for (int index = 0; index < plan.sentinels().size(); index++) {
            SentinelSpec sentinel = plan.sentinels().get(index);
            if (!streams.add(sentinel.stream())) {
                wrong("is there twice; give each stream a name of its own", "sentinels", index, "stream");
            }
            switch (sentinel.send()) {
                case Send.Sql sql -> database(sql.component(), sql.database(), "sentinels", index, "send");
                case Send.Kafka kafka -> topic(kafka.component(), kafka.topic(), "sentinels", index, "send");
            }
            for (int place = 0; place < sentinel.seen().size(); place++) {
                Seen seen = sentinel.seen().get(place);
                database(seen.component(), seen.database(), "sentinels", index, "seen", place);
            }
        }
    }

    private void phases() {
        Set<String> names = new HashSet<>();
        for (int index = 0; index < plan.phases().size(); index++) {
            PhaseSpec phase = plan.phases().get(index);
            if (!names.add(phase.name())) {
                wrong("is there twice; give each phase a name of its own", "phases", index, "name");
            }
            found.addAll(new FaultCheck(file, phase, index, environment).problems());
        }
    }

    private void database(String component, String database, Object... path) {
        if (!component(component, below(path, "component"))) {
            return;
        }
        switch (environment.component(component).kind()) {
            case Kind.Postgres postgres ->
                known(
                        database,
                        Set.of(postgres.database()),
                        "is '" + database + "', which is no database of '" + component + "'",
                        below(path, "database"));
            default -> wrong("is '" + component + "', which is no database", below(path, "component"));
        }
    }

    private void topic(String component, String topic, Object... path) {
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

    private boolean component(String name, Object... path) {
        return known(name, environment.components().keySet(), "is '" + name + "', which is no component", path);
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

    private static Object[] below(Object[] path, String key) {
        List<Object> longer = new ArrayList<>(List.of(path));
        longer.add(key);
        return longer.toArray();
    }
}
