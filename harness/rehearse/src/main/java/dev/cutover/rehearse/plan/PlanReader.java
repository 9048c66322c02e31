package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.environment.yaml.YamlMap;
import dev.cutover.environment.yaml.YamlValue;
import dev.cutover.rehearse.plan.ControlSpec.Endpoint;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a plan file; whatever it does not know is refused with its place. */
public final class PlanReader {

    private PlanReader() {}

    /**
     * Reads and checks a plan.
     *
     * @throws PlanException saying file, line, what was expected and what was found
     */
    public static Plan read(Path file) {
        YamlMap root = YamlFile.read(file);
        try {
            Plan plan = plan(file, root);
            root.done();
            refuseTwins(plan, root);
            return plan;
        } catch (IllegalArgumentException e) {
            throw new PlanException(root.place() + ": " + e.getMessage(), e);
        }
    }

    private static Plan plan(Path file, YamlMap root) {
        return new Plan(
                root.text("name"),
                file,
                file.toAbsolutePath().resolveSibling(root.text("environment")),
                root.named("parameters", YamlValue::text),
                load(root.map("load")),
                control(root.map("control")),
                root.named("observe", value -> observation(value.map())),
                root.list("sentinels").stream()
                        .map(value -> SentinelReader.sentinel(value.map()))
                        .toList(),
                root.list("phases").stream()
                        .map(value -> PhaseReader.phase(value.map()))
                        .toList(),
                limits(root.map("limits")));
    }

    private static LoadSpec load(YamlMap map) {
        var load = new LoadSpec(map.required("operations-per-second").decimal().doubleValue(), map.duration("at-most"));
        map.done();
        return load;
    }

    private static ControlSpec control(YamlMap map) {
        YamlMap routing = map.map("routing");
        var control = new ControlSpec(
                new Endpoint(routing.text("component"), routing.text("port")),
                routing.text("token"),
                endpoint(map.map("bootstrap")),
                map.duration("within"));
        routing.done();
        map.done();
        return control;
    }

    private static Endpoint endpoint(YamlMap map) {
        var endpoint = new Endpoint(map.text("component"), map.text("port"));
        map.done();
        return endpoint;
    }

    private static ObservationSpec observation(YamlMap map) {
        var observation = new ObservationSpec(
                map.text("component"),
                map.text("database"),
                map.text("ledger"),
                map.named("totals", YamlValue::text),
                map.named("entities", YamlValue::text));
        map.done();
        return observation;
    }

    private static LimitSpec limits(YamlMap map) {
        var limits = new LimitSpec(
                map.required("operations-per-second").decimal().doubleValue(),
                map.number("acknowledged-per-phase"),
                map.duration("rollback-within"),
                map.duration("start-lag"));
        map.done();
        return limits;
    }

    private static void refuseTwins(Plan plan, YamlMap root) {
        Set<String> seen = new HashSet<>();
        List<String> names = plan.phases().stream().map(PhaseSpec::name).toList();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new PlanException(root.place() + ": two phases are called '" + name + "'");
            }
        }
        if (plan.observe().isEmpty()) {
            throw new PlanException(root.place() + ": 'observe' names no system, so nothing could be judged");
        }
    }
}
