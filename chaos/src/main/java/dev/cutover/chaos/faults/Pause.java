package dev.cutover.chaos.faults;

import dev.cutover.environment.ComponentControl;
import java.util.function.Supplier;

/** Stops it as it is (SIGSTOP, or the freezer of its container): connections stay open and nobody answers; healing lets it go on, and the component goes on as if no time had passed. */
final class Pause extends ComponentFault {

    Pause(Options options, Supplier<ComponentControl> component) {
        super(component);
        options.nothingElse();
    }

    @Override
    public void inject() {
        component().pause();
    }

    @Override
    public Verification verify() {
        return new Verification(component().paused(), component().state() + ", expected all of it to be paused");
    }

    @Override
    public void heal() {
        if (component().alive()) {
            component().resume();
        }
        if (component().paused()) {
            throw new IllegalStateException(
                    component().name() + " did not go on: " + component().state());
        }
    }
}
