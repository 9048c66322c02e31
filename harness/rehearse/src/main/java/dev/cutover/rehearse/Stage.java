package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import java.util.function.IntConsumer;

/** What a rehearsal is played on; made by those who know processes or containers, Toxiproxy and Gatling. */
public interface Stage {

    /** Starts everything; returns when all components are ready and all links are proven. */
    Environment raise() throws InterruptedException;

    /**
     * What injects and heals faults.
     *
     * @param faultMask told which faults are active, one bit each
     */
    FaultControl faults(Environment environment, IntConsumer faultMask);

    LoadControl load(Environment environment);
}
