package dev.cutover.scenarios.stage;

import dev.cutover.environment.Environment;
import dev.cutover.rehearse.FaultControl;
import dev.cutover.rehearse.LoadControl;
import dev.cutover.rehearse.Stage;
import dev.cutover.rehearse.plan.FaultSpec;
import java.util.List;
import java.util.function.IntConsumer;

/** A stage whose environment is up already, for plans without faults. */
record RaisedStage(Environment environment, LoadControl injector) implements Stage {

    @Override
    public Environment raise() {
        return environment;
    }

    @Override
    public FaultControl faults(Environment raised, IntConsumer faultMask) {
        return new NoFaults();
    }

    @Override
    public LoadControl load(Environment raised) {
        return injector;
    }

    private record NoFaults() implements FaultControl {

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
}
