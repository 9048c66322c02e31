package dev.cutover.chaos.faults;

import dev.cutover.chaos.process.ProcessState;
import dev.cutover.harness.environment.ComponentControl;
import dev.cutover.harness.rehearsal.Fault;
import java.util.Map;
import java.util.function.Supplier;

/** kill -9; healing starts the component again, with its state and at its addresses. */
final class Kill implements Fault, Recoverable {

    private final Supplier<ComponentControl> component;
    private long killed = -1;

    Kill(Options options, Supplier<ComponentControl> component) {
        options.nothingElse();
        this.component = component;
    }

    @Override
    public Map<String, Object> undo() {
        return ProcessState.identity(component.get().pid());
    }

    @Override
    public void inject() {
        killed = component.get().pid();
        component.get().kill();
    }

    @Override
    public Verification verify() {
        boolean gone = killed > 0 && ProcessState.gone(killed);
        boolean alive = component.get().alive();
        return new Verification(gone && !alive, "process " + killed + " gone: " + gone + "; component alive: " + alive);
    }

    @Override
    public void heal() {
        if (!component.get().alive()) {
            component.get().start();
        }
    }
}
