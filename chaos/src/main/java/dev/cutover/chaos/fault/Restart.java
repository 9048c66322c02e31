package dev.cutover.chaos.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.running.Await;
import java.time.Duration;

/**
 * Stops the component, in good order or not, and starts it again at once.
 *
 * @param how whether it is asked to end (SIGTERM), or killed
 */
public record Restart(
        @JsonProperty(defaultValue = "graceful") How how) implements ComponentDisturbance {

    private static final Duration GRACE = Duration.ofSeconds(2);

    /** How it is stopped. */
    public enum How {
        GRACEFUL,
        KILL
    }

    @Override
    public Fault on(ComponentControl component) {
        return new Action(component, how);
    }

    private static final class Action extends ComponentFault {

        private final How how;
        private long before = -1;

        Action(ComponentControl component, How how) {
            super(component);
            this.how = how;
        }

        @Override
        public void inject() {
            before = component().pid();
            if (how == How.GRACEFUL) {
                component().terminate();
                Await.until(GRACE, () -> ProcessTree.gone(before));
            }
            component().kill();
            component().start();
        }

        /** Another process runs in place of the former one. */
        @Override
        public Verification verify() {
            boolean gone = before > 0 && ProcessTree.gone(before);
            long now = component().pid();
            return new Verification(
                    gone && now != before && component().alive(),
                    "process " + before + " gone: " + gone + "; now it is process " + now);
        }

        @Override
        public void heal() {
            super.heal();
            before = -1;
        }
    }
}
