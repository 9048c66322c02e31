package dev.cutover.chaos.faults;

import dev.cutover.chaos.process.ProcessState;
import dev.cutover.harness.environment.ComponentControl;
import dev.cutover.harness.rehearsal.Fault;
import java.util.Map;
import java.util.function.Supplier;

/** Stops it as it is (SIGSTOP, or the freezer of its container): connections stay open and nobody answers; healing lets it go on, and the component goes on as if no time had passed. */
final class Pause implements Fault, Recoverable {

    private final Supplier<ComponentControl> component;

    Pause(Options options, Supplier<ComponentControl> component) {
        options.nothingElse();
        this.component = component;
    }

    @Override
    public Map<String, Object> undo() {
        return ProcessState.identity(component.get().pid());
    }

    @Override
    public void inject() {
        component.get().pause();
    }

    @Override
    public Verification verify() {
        return new Verification(
                component.get().paused(), component.get().state() + ", expected all of it to be paused");
    }

    @Override
    public void heal() {
        if (component.get().alive()) {
            component.get().resume();
        }
        if (component.get().paused()) {
            throw new IllegalStateException(component.get().name() + " did not go on: "
                    + component.get().state());
        }
    }
}
