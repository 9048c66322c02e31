package dev.cutover.rehearse.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a rehearsal will do, as written in a plan file.
 *
 * @param file where it was read from
 * @param environment the environment file, resolved against the plan's directory
 * @param parameters what the environment file and the load may refer to by name
 * @param observe what is read from each system for judging, by system name, in order
 */
public record Plan(
        String name,
        Path file,
        Path environment,
        Map<String, String> parameters,
        LoadSpec load,
        ControlSpec control,
        Map<String, ObservationSpec> observe,
        List<SentinelSpec> sentinels,
        List<PhaseSpec> phases,
        LimitSpec limits) {
    public Plan {
        parameters = Map.copyOf(parameters);
        sentinels = List.copyOf(sentinels);
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one phase");
        }
    }

    /** The same course in short: every routing for a moment, little load, no faults; what programs are warmed up with. */
    public Plan inShort(double operationsPerSecond, Duration hold) {
        List<PhaseSpec> calm = phases.stream().map(phase -> phase.calm(hold)).toList();
        var gentle = new LoadSpec(operationsPerSecond, load.atMost());
        return new Plan(name, file, environment, parameters, gentle, control, observe, sentinels, calm, limits);
    }
}
