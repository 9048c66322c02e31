package dev.cutover.chaos.fault;

import dev.cutover.environment.ComponentControl;

/**
 * Stops it as it is (SIGSTOP, or the freezer of its container): connections stay open and nobody answers; healing lets it go on, and the
 * component goes on as if no time had passed.
 */
public record Pause() implements ComponentDisturbance {

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
}
