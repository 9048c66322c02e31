package dev.cutover.chaos.fault;

import dev.cutover.environment.ComponentControl;

/** The component reaches a memory limit and the kernel ends it; healing lifts the limit and starts it again. */
public record OutOfMemory() implements ComponentDisturbance {

    @Override
    public boolean onlyInContainers() {
        return true;
    }

    @Override
    public Fault on(ComponentControl component) {
        return new Action(component);
    }

    private static final class Action extends ComponentFault {

        Action(ComponentControl component) {
            super(component);
        }

        @Override
        public void inject() {
            component().exhaustMemory();
        }

        @Override
        public Verification verify() {
            return new Verification(
                    !component().alive() && component().outOfMemory(),
                    component().state());
        }
    }
}
