package dev.cutover.environment.running;

import dev.cutover.environment.ComponentControl;
import java.util.function.BooleanSupplier;

/** A component as a runtime starts and stops it. */
public interface StartableComponent extends ComponentControl {
    /** Prepares what it needs, starts it and waits until it is ready, or until that is of no use any more. */
    void startFirst(BooleanSupplier abandoned);

    /** Waits until it is ready again, which it may not be for a moment after its links were proven. */
    void awaitReady(BooleanSupplier abandoned);

    /** Does nothing to one that was not started. */
    void stop(StopMode mode);
}
