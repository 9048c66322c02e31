package dev.cutover.scenarios.load;

import dev.cutover.environment.running.Await;
import dev.cutover.rehearse.load.SimulationSpec;
import io.gatling.app.Gatling$;

/** A simulation of the plan's own, run in this process until it is told to stop. */
final class SimulationLoad {
    private static final int WENT_WRONG = 4;

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
        OwnInjection.Course course = injection.seeThrough(() -> !gatling.isAlive());
        if (course == OwnInjection.Course.TOLD_TO_STOP) {
            // What is in flight may end; this process ends the rest.
            boolean unused =
                    Await.until(injection.grace(), OwnInjection.LOOK, () -> injection.atRest() || !gatling.isAlive());
            return 0;
        }
        System.err.println("the load's simulation " + spec.main() + " " + why(course));
        return WENT_WRONG;
    }

    private String why(OwnInjection.Course course) {
        return switch (course) {
            case NEVER_BEGAN ->
                "has begun no operation within " + OwnInjection.FIRST.toSeconds() + " s; does it call Recorder.invoke?";
            case FELL_SILENT ->
                "has begun nothing for " + OwnInjection.SILENCE.toSeconds() + " s, though nobody told it to stop";
            default -> "ended by itself after " + injection.operations() + " operations, before it was told to stop";
        };
    }

    private void simulate() {
        int unused = Gatling$.MODULE$.fromArgs(new String[] {"-s", spec.main(), "-nr"});
    }
}
