package dev.cutover.environment.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a component may do and use in a container; a process is not confined.
 *
 * @param memory limit in bytes
 * @param cpus limit, such as 0.5
 * @param user as in docker run --user, in the place of the testbed's own
 * @param capabilities of Linux, such as NET_BIND_SERVICE; all others are dropped
 */
public record Confinement(OptionalLong memory, OptionalDouble cpus, Optional<String> user, List<String> capabilities) {

    /** As the testbed has it: no limit, no right. */
    public static final Confinement USUAL =
            new Confinement(OptionalLong.empty(), OptionalDouble.empty(), Optional.empty(), List.of());

    public Confinement {
        capabilities = List.copyOf(capabilities);
    }
}
