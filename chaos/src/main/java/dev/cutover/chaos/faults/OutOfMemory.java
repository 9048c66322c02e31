package dev.cutover.chaos.faults;

import dev.cutover.chaos.process.ProcessState;
import dev.cutover.harness.environment.ComponentControl;
import dev.cutover.harness.rehearsal.Fault;
import java.util.Map;
import java.util.function.Supplier;

/** The component reaches a memory limit and the kernel ends it; healing lifts the limit and starts it again. For containers only. */
final class OutOfMemory implements Fault, Recoverable {

    private final Supplier<ComponentControl> component;

    OutOfMemory(Options options, Supplier<ComponentControl> component) {
        options.nothingElse();
        this.component = component;
    }

    @Override
    public Map<String, Object> undo() {
        return ProcessState.identity(component.get().pid());
    }

    @Override
    public void inject() {
        component.get().exhaustMemory();
    }

    @Override
    public Verification verify() {
        String state = component.get().state();
        return new Verification(!component.get().alive() && state.contains("out of memory"), state);
    }

    @Override
    public void heal() {
        if (!component.get().alive()) {
            component.get().start();
        }
    }
}
