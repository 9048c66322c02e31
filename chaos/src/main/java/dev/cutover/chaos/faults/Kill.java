package dev.cutover.chaos.faults;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.process.ProcessTree;
import java.util.function.Supplier;

/** kill -9; healing starts the component again. */
final class Kill extends ComponentFault {

    private long killed = -1;

    Kill(Options options, Supplier<ComponentControl> component) {
        super(component);
        options.nothingElse();
    }

    @Override
    public void inject() {
        killed = component().pid();
        component().kill();
    }

    @Override
    public Verification verify() {
        boolean gone = killed > 0 && ProcessTree.gone(killed);
        boolean alive = component().alive();
        return new Verification(gone && !alive, "process " + killed + " gone: " + gone + "; component alive: " + alive);
    }
}
