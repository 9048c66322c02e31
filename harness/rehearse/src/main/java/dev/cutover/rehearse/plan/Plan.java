package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.run.Limits;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rehearsal will do, as written in a plan file.
 *
 * @param name of run directories, so without slashes
 * @param environment the environment file, relative to the plan's
 * @param parameters what the environment file and the load may refer to by name
 * @param effects what operations cause outside both systems, if the third party records it
 * @param deadLetters where changes lie that could not be applied, if anywhere
 * @param observe what is read from each system for judging, by its role, {@code old} or {@code new}, in order
 */
public record Plan(
        String name,
        String environment,
        Map<String, String> parameters,
        LoadSpec load,
        ControlSpec control,
        Map<String, ObservationSpec> observe,
        List<SentinelSpec> sentinels,
        Optional<EffectSpec> effects,
        Optional<DeadLetters> deadLetters,
        List<PhaseSpec> phases,
        Optional<LimitSpec> limits) {

    /** A topic of a broker. */
    public record DeadLetters(String component, String topic) {}

    static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    public Plan {
        parameters = inOrder(parameters);
        observe = inOrder(observe);
        sentinels = List.copyOf(sentinels);
        phases = List.copyOf(phases);
        if (!name.matches(NAME)) {
            throw WrongValue.at(
                    "must be letters, digits, '-', '_' and '.', since directories are called by it, but is '" + name
                            + "'",
                    "name");
        }
        if (phases.isEmpty()) {
            throw WrongValue.at("must have one phase or more", "phases");
        }
    }

    /** How many keys there are, by the parameter that the load names. */
    public int keys() {
        return Integer.parseInt(parameters.getOrDefault(load.keys(), "0"));
    }

    /** Whether the bridge is asked for the answers that it compared: if a phase has both systems answer. */
    public boolean compares() {
        return phases.stream()
                .flatMap(phase -> phase.route().stream())
                .anyMatch(route -> route.mode() == RoutingMode.DUAL);
    }

    /** What the run is held against, with what the plan leaves open. */
    public Limits bounds() {
        LimitSpec given = limits.orElse(LimitSpec.DEFAULT);
        SortedMap<String, Long> unknown = new TreeMap<>();
        phases.forEach(phase -> phase.unknownAtMost().ifPresent(limit -> unknown.put(phase.name(), limit)));
        return new Limits(
                given.operationsPerSecond(load.operationsPerSecond()),
                given.acknowledgedPerPhase(),
                given.rollbackWithin(control.within()).toMillis(),
                given.startLag().toMillis(),
                unknown);
    }

    /** A copy that nobody can change and that keeps the file's order. */
    static <T> Map<String, T> inOrder(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The same plan in another place, with its parameters all given. */
    Plan with(String otherEnvironment, Map<String, String> allParameters) {
        return new Plan(
                name,
                otherEnvironment,
                allParameters,
                load,
                control,
                observe,
                sentinels,
                effects,
                deadLetters,
                phases,
                limits);
    }

    /** The same course in short: every routing for a moment, little load, no faults; what programs are warmed up with. */
    public Plan inShort(double operationsPerSecond, Duration hold) {
        List<PhaseSpec> calm = phases.stream().map(phase -> phase.calm(hold)).toList();
        var gentle = load.at(operationsPerSecond);
        return new Plan(
                name,
                environment,
                parameters,
                gentle,
                control,
                observe,
                sentinels,
                effects,
                deadLetters,
                calm,
                limits);
    }
}
