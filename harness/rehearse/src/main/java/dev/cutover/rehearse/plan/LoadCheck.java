package dev.cutover.rehearse.plan;

import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.Quantity;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.run.Role;
import dev.cutover.rehearse.load.ArrivalFile;
import dev.cutover.rehearse.load.Expected;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.PublishSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the load finds its links, operations and keys, and asks for everything often enough to show something. */
final class LoadCheck {
    /** Fewer of a kind in a phase show nothing. */
    private static final double FEWEST = 10;

    private static final Set<Role> LEAVING_A_ROW = Set.of(Role.APPEND, Role.EFFECT, Role.TRANSFER);

    private final YamlFile file;
    private final Plan plan;
    private final LoadModel load;
    private final EnvironmentSpec environment;
    private final List<Problem> found = new ArrayList<>();

    LoadCheck(YamlFile file, Plan plan, EnvironmentSpec environment) {
        this.file = file;
        this.plan = plan;
        this.load = plan.load();
        this.environment = environment;
    }

    List<Problem> problems() {
        known(
                load.target(),
                links(),
                "is '" + load.target() + "', which is no link of the environment",
                "load",
                "target");
        keys();
        load.arrivals().ifPresent(this::arrivals);
        load.operations().forEach(this::subject);
        if (load.own().isEmpty()) {
            load.warmUp().ifPresent(name -> read(name, "warm-up"));
            load.otherwise().ifPresent(name -> read(name, "otherwise"));
            stories();
        } else {
            found.addAll(new OwnLoadCheck(file, load).problems());
        }
        load.publish().forEach(this::publish);
        if (found.isEmpty()) {
            found.addAll(new ValueCheck(file, plan).problems());
        }
        if (found.isEmpty() && load.own().isEmpty()) {
            load.operations().keySet().forEach(this::often);
        }
        return found;
    }

    private void keys() {
        if (plan.keys() instanceof KeySpec.Parameter count) {
            number(count.parameter());
        }
    }

    private void number(String name) {
        Set<String> parameters = new TreeSet<>(environment.parameters().keySet());
        parameters.addAll(plan.parameters().keySet());
        if (known(name, parameters, "is '" + name + "', which is no parameter", "keys", "parameter")) {
            String count = plan.parameters()
                    .getOrDefault(name, environment.parameters().getOrDefault(name, ""));
            if (!count.matches("[1-9][0-9]{0,8}")) {
                wrong("names a parameter that is '" + count + "', which is no number of keys", "keys", "parameter");
            }
        }
    }

    private void arrivals(String written) {
        try {
            ArrivalFile.read(Path.of(written));
        } catch (IOException e) {
            wrong("is no log of arrivals: " + e.getMessage(), "load", "arrivals");
        }
    }

    private void subject(String name, OperationSpec operation) {
        operation.of().ifPresent(of -> {
            if (operation(of, "load", "operations", name, "of")) {
                Role role = load.operation(of).role();
                if (!LEAVING_A_ROW.contains(role)) {
                    wrong(
                            "is '" + of + "', a " + role + ", which makes nothing to be about",
                            "load",
                            "operations",
                            name,
                            "of");
                }
            }
        });
    }

    private void read(String name, String key) {
        if (operation(name, "load", key) && load.operation(name).role().writes()) {
            wrong("is '" + name + "', which is no read", "load", key);
        }
    }

    private void stories() {
        for (int story = 0; story < load.stories().size(); story++) {
            var steps = load.stories().get(story).steps();
            for (int step = 0; step < steps.size(); step++) {
                operation(steps.get(step).operation(), "load", "stories", story, "steps", step);
            }
        }
        for (boolean hot : List.of(true, false)) {
            if (load.stories().stream().noneMatch(story -> story.keys().include(hot))) {
                wrong("has none for " + (hot ? "hot" : "cold") + " keys; let one be for any", "load", "stories");
            }
        }
    }

    private void publish(PublishSpec publish) {
        known(
                publish.link(),
                links(),
                "is '" + publish.link() + "', which is no link of the environment",
                "load",
                "publish",
                0,
                "link");
        for (Link link : environment.links()) {
            if (link.name().equals(publish.link())) {
                topic(publish.topic(), link);
            }
        }
        plan.observe()
                .forEach((system, observation) -> known(
                        publish.entity(),
                        observation.entities().keySet(),
                        "is '" + publish.entity() + "', which is no entity observed of '" + system + "'",
                        "load",
                        "publish",
                        0,
                        "entity"));
    }

    private void topic(String topic, Link link) {
        if (environment.component(link.server()).kind() instanceof Kind.Kafka kafka) {
            known(
                    topic,
                    kafka.topics().keySet(),
                    "is '" + topic + "', which is no topic of '" + link.server() + "'",
                    "load",
                    "publish",
                    0,
                    "topic");
        } else {
            wrong("leads to '" + link.server() + "', which is no Kafka broker", "load", "publish", 0, "link");
        }
    }

    private void often(String name) {
        double share = Expected.shares(load).getOrDefault(name, 0.0);
        boolean asideOnly = load.warmUp().filter(name::equals).isPresent()
                || load.otherwise().filter(name::equals).isPresent();
        if (share == 0 && asideOnly) {
            return;
        }
        plan.phases().stream().min(Comparator.comparing(PhaseSpec::hold)).ifPresent(phase -> {
            double times = share * load.operationsPerSecond() * phase.hold().toNanos() / 1e9;
            if (times < FEWEST) {
                wrong(
                        "is expected %.1f times in phase '%s' (%s at %.0f operations per second), and fewer than %.0f show nothing: "
                                        .formatted(
                                                times,
                                                phase.name(),
                                                Quantity.text(phase.hold()),
                                                load.operationsPerSecond(),
                                                FEWEST)
                                + "give its stories more weight, hold the phase longer, or raise the rate",
                        "load",
                        "operations",
                        name);
            }
        });
    }

    private Set<String> links() {
        Set<String> links = new TreeSet<>();
        environment.links().forEach(link -> links.add(link.name()));
        return links;
    }

    private boolean operation(String name, Object... path) {
        return known(name, load.operations().keySet(), "is '" + name + "', which is no operation", path);
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
