package dev.cutover.rehearse;

import dev.cutover.rehearse.plan.FaultSpec;
import java.util.List;

/** Injects and heals the faults of a phase at their times, logging intents first. */
public interface FaultControl {

    /** Starts the schedule of a phase; offsets count from now. Returns at once. */
    void start(String phase, List<FaultSpec> faults);

    /** Waits until every fault of the schedule is healed. */
    void awaitDone() throws InterruptedException;

    /** Heals what is active, in reverse order, and drops what is still to come. */
    void healAll();
}
