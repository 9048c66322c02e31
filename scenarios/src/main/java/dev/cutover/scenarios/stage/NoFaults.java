package dev.cutover.scenarios.stage;

import dev.cutover.rehearse.FaultControl;
import dev.cutover.rehearse.plan.FaultSpec;
import java.util.List;

/** For plans without faults. */
record NoFaults() implements FaultControl {

    @Override
    public void start(String phase, List<FaultSpec> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("no fault can be injected here, but phase " + phase + " has some");
        }
    }

    @Override
    public void awaitDone() {
        // Nothing was started.
    }

    @Override
    public void healAll() {
        // Nothing was injected.
    }
}
