package dev.cutover.environment;

import java.time.Duration;

/** A {@link ClientProgram} that was started. It dies with the environment. */
public interface ClientRun {
    long pid();

    boolean alive();

    /** True if it has ended by itself within the limit. */
    boolean awaitEnd(Duration limit);

    /** kill -9; does nothing to one that has ended. */
    void kill();
}
