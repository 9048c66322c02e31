package dev.cutover.chaos.faults;

import dev.cutover.environment.ComponentControl;
import java.util.function.Supplier;

/** The component reaches a memory limit and the kernel ends it; healing lifts the limit and starts it again. For containers only. */
final class OutOfMemory extends ComponentFault {

    OutOfMemory(Options options, Supplier<ComponentControl> component) {
        super(component);
        options.nothingElse();
    }

    @Override
    public void inject() {
        component().exhaustMemory();
    }

    @Override
    public Verification verify() {
        return new Verification(
                !component().alive() && component().outOfMemory(), component().state());
    }
}
