package dev.cutover.environment.running;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import java.util.Optional;

/** Starts environments: as processes, or in containers. */
public interface EnvironmentRuntime {
    /**
     * Starts everything and returns when all components are ready and all links proven.
     *
     * @throws EnvironmentException if anything fails; whatever was started has been stopped then
     */
    Environment start(EnvironmentSpec spec, RuntimeSettings settings, EventLog events);

    /** The program of the project that a component of this kind runs; none if a start-up cache could not be made for it. */
    Optional<Kind.Program> programOf(Kind kind);

    /** The start-up cache of a program of the project. */
    AotCache cacheOf(Kind.Program program, RuntimeSettings settings);
}
