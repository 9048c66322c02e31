package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.rehearse.plan.FaultSpec;
import java.util.Set;

/** Makes faults by name. */
public interface FaultCatalogue {

    Set<String> names();

    /**
     * Makes the fault; nothing is disturbed yet.
     *
     * @throws IllegalArgumentException for an unknown name, target or option, saying what would be right
     */
    Fault create(FaultSpec spec, Environment environment);
}
