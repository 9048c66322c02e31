package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.load.KeySource;
import dev.cutover.rehearse.load.LoadModel;
import java.nio.file.Path;
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
 * @param name what run directories are called by: letters, digits, {@code -}, {@code _} and {@code .}
 * @param environment the environment file, relative to the plan
 * @param bridges the catalogue of broken bridges for this plan, relative to it; without it {@code --bridge} has none to offer
 * @param parameters values for {@code ${parameter …}} in the environment file and for {@code keys}; they win over the environment's own
 * @param keys which keys there are: what is routed, and what every operation belongs to
 * @param load what users ask for, how often, and what the answers mean
 * @param control by which steps the systems are steered: copying data, changing the routing
 * @param observe what is read from each system for judging, by its role, {@code old} or {@code new}, whatever it is called
 * @param sentinels proofs that all streams are drained before the final state is read; without one the verdict is at best INCONCLUSIVE
 * @param effects what operations cause outside both systems, by name, and who has a record of it
 * @param streams the topics that carry changes between the systems, by name, and what must be in them
 * @param deadLetters the topic of changes that could not be applied, if there is one; any letter in it fails a gate
 * @param evidence whether the evidence holds the texts of the rows that are read, or salted hashes of them
 * @param matrix what the fault matrix needs to know, besides what follows from the plan
 * @param phases what is played, in this order; one or more
 * @param hazards how often, at least, dangerous situations must occur, by the names of {@code docs/run-directory.md}; fewer, and the run says too little of them: INCONCLUSIVE
 * @param limits what the run must reach to be judged, and what it must not exceed; each has a default
 */
public record Plan(
        String name,
        String environment,
        Optional<String> bridges,
        Map<String, String> parameters,
        KeySpec keys,
        LoadModel load,
        ControlSpec control,
        Map<String, ObservationSpec> observe,
        List<SentinelSpec> sentinels,
        Map<String, EffectSpec> effects,
        Map<String, StreamSpec> streams,
        Optional<DeadLetters> deadLetters,
        @JsonProperty(defaultValue = "values") EvidenceForm evidence,
        Optional<MatrixSpec> matrix,
        List<PhaseSpec> phases,
        Map<String, Long> hazards,
        Optional<LimitSpec> limits) {

    /**
     * A topic of a broker.
     *
     * @param component the broker
     * @param topic its topic of dead letters
     */
    public record DeadLetters(String component, String topic) {}

    static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    public Plan {
        parameters = inOrder(parameters);
        observe = inOrder(observe);
        effects = inOrder(effects);
        streams = inOrder(streams);
        sentinels = List.copyOf(sentinels);
        phases = List.copyOf(phases);
        hazards = inOrder(hazards);
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

    /** Where an injector of the run finds the keys. */
    public KeySource keys(RunDirectory run) {
        return switch (keys) {
            case KeySpec.Sql sql -> new KeySource.Listed(run.keysOfInjector());
            case KeySpec.Numbers numbers ->
                new KeySource.Numbers(
                        (int) numbers.range().from(), (int) numbers.range().to());
            case KeySpec.Parameter count ->
                new KeySource.Numbers(1, Integer.parseInt(parameters.getOrDefault(count.parameter(), "0")));
        };
    }

    /** Whether the bridge is asked for the answers that it compared: if it can be, and a phase has both systems answer. */
    public boolean compares() {
        return !compared().isEmpty();
    }

    /** The operations whose answers the bridge compares in mode dual; none if it is not asked for its account. */
    public List<String> compared() {
        if (!hasComparisons()) {
            return List.of();
        }
        return control.compared().isEmpty() ? List.copyOf(load.operations().keySet()) : control.compared();
    }

    private boolean hasComparisons() {
        return control.comparisons().isPresent()
                && phases.stream()
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
                given.refused(),
                unknown);
    }

    /** How often, at least, which hazards must occur. */
    public SortedMap<Hazard, Long> mustOccur() {
        SortedMap<Hazard, Long> least = new TreeMap<>();
        for (Hazard hazard : Hazard.values()) {
            Long wanted = hazards.get(hazard.text());
            if (wanted != null) {
                least.put(hazard, wanted);
            }
        }
        return least;
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
                bridges,
                allParameters,
                keys,
                load,
                control,
                observe,
                sentinels,
                effects,
                streams,
                deadLetters,
                evidence,
                matrix,
                phases,
                hazards,
                limits);
    }

    /** The same plan, with the files that it names where they lie. */
    Plan in(Path directory) {
        return new Plan(
                name,
                environment,
                bridges.map(file -> absolute(directory, file)),
                parameters,
                keys,
                load.in(directory),
                control,
                observe,
                sentinels,
                effects,
                streams,
                deadLetters,
                evidence,
                matrix,
                phases,
                hazards,
                limits);
    }

    private static String absolute(Path directory, String file) {
        return directory.resolve(file).toAbsolutePath().normalize().toString();
    }

    /** The same plan with other phases, such as those of one run of its fault matrix; which hazards they meet, nobody has said. */
    public Plan with(List<PhaseSpec> others) {
        return with(load, others);
    }

    /** The same course in short: every routing for a moment, little load, no faults; what programs are warmed up with. */
    public Plan inShort(double operationsPerSecond, Duration hold) {
        return with(
                load.at(operationsPerSecond),
                phases.stream().map(phase -> phase.calm(hold)).toList());
    }

    private Plan with(LoadModel other, List<PhaseSpec> others) {
        return new Plan(
                name,
                environment,
                bridges,
                parameters,
                keys,
                other,
                control,
                observe,
                sentinels,
                effects,
                streams,
                deadLetters,
                evidence,
                matrix,
                others,
                Map.of(),
                limits);
    }
}
