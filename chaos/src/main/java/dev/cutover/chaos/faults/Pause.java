package dev.cutover.chaos.faults;

import dev.cutover.chaos.process.ProcessState;
import dev.cutover.harness.environment.ComponentControl;
import dev.cutover.harness.rehearsal.Fault;
import java.util.Map;
import java.util.function.Supplier;

/** SIGSTOP: connections stay open and nobody answers; healing is SIGCONT, and the component goes on as if no time had passed. */
final class Pause implements Fault, Recoverable {

    private static final char STOPPED = 'T';

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
        char state = ProcessState.of(component.get().pid());
        boolean paused = component.get().paused();
        return new Verification(
                paused && state == STOPPED,
                "process " + component.get().pid() + " is in state " + state + ", expected T; all of it paused: "
                        + paused);
    }

    @Override
    public void heal() {
        if (component.get().alive()) {
            component.get().resume();
        }
        if (component.get().paused()) {
            throw new IllegalStateException(component.get().name() + " is still in state T after SIGCONT");
        }
    }
}
