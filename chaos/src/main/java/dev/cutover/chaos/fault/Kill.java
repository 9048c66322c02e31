package dev.cutover.chaos.fault;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.process.ProcessTree;

/** kill -9; healing starts the component again. */
public record Kill() implements ComponentDisturbance {

    @Override
    public Fault on(ComponentControl component) {
        return new Action(component);
    }

    private static final class Action extends ComponentFault {

        private long killed = -1;

        Action(ComponentControl component) {
            super(component);
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
            return new Verification(
                    gone && !alive, "process " + killed + " gone: " + gone + "; component alive: " + alive);
        }
    }
}
