package dev.cutover.scenarios.load;

import dev.cutover.environment.running.Await;
import dev.cutover.rehearse.load.SimulationSpec;
import io.gatling.app.Gatling$;
import java.time.Duration;

/** A simulation of the plan's own, run in this process until it is told to stop. */
final class SimulationLoad {
    private static final int WENT_WRONG = 4;
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final SimulationSpec spec;
    private final OwnInjection injection;

    SimulationLoad(SimulationSpec spec, OwnInjection injection) {
        this.spec = spec;
        this.injection = injection;
    }

    /** Returns the exit code of this process: 0 after a load that was told to stop. */
    int run() {
        injection.task().properties().forEach(System::setProperty);
        Thread gatling = Thread.ofPlatform().name("gatling").daemon().start(this::simulate);
        boolean unused = Await.until(LONGEST, LOOK, () -> injection.begun() || !gatling.isAlive());
        if (injection.begun()) {
            System.out.println("ready");
        }
        boolean over = Await.until(LONGEST, LOOK, () -> injection.stopped() || !gatling.isAlive());
        if (injection.stopping() && over) {
            return 0;
        }
        System.err.println("the load's simulation " + spec.main() + " ended by itself after " + injection.operations()
                + " operations, before it was told to stop");
        return WENT_WRONG;
    }

    private void simulate() {
        int unused = Gatling$.MODULE$.fromArgs(new String[] {"-s", spec.main(), "-nr"});
    }
}
