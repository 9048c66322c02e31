package dev.cutover.chaos.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.rehearse.plan.Disturbance;
import java.time.Duration;
import java.util.Optional;

/**
 * The component ends by itself at a named point of its program, which is armed by the steps of {@code control.crash}; healing starts it again.
 * Unlike {@link Kill} it hits a window of a millisecond on purpose.
 *
 * @param point a point of {@code control.crash}
 * @param within how long the component may take to come by; later it is not active, and the component is started anew so that it never is
 */
public record Crash(
        String point, @JsonProperty(defaultValue = "8 s") Duration within) implements Disturbance {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    public Crash {
        if (!within.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "within");
        }
    }

    /** Arms points of components' programs. */
    @FunctionalInterface
    public interface Arming {
        void arm(String component, String point) throws Exception;
    }

    @Override
    public Target target() {
        return Target.COMPONENT;
    }

    @Override
    public boolean losesMessages() {
        return false;
    }

    @Override
    public Optional<String> crashesAt() {
        return Optional.of(point);
    }

    Fault on(ComponentControl component, Arming arming) {
        return new Action(component, arming);
    }

    private final class Action extends ComponentFault {

        private final Arming arming;
        private long armed = -1;

        Action(ComponentControl component, Arming arming) {
            super(component);
            this.arming = arming;
        }

        /** Returns when it has crashed. */
        @Override
        public void inject() throws Exception {
            armed = component().pid();
            try {
                arming.arm(component().name(), point);
            } catch (Exception unanswered) {
                // It may have come by before it could answer.
                if (!Await.until(A_MOMENT, this::crashed)) {
                    throw unanswered;
                }
            }
            if (!Await.until(within, this::crashed)) {
                throw new IllegalStateException(component().name() + " did not come by point '" + point + "' within "
                        + within.toMillis() + " ms");
            }
        }

        /** Its process may be gone a moment before who started it has noticed. */
        private boolean crashed() {
            return ProcessTree.gone(armed) && !component().alive();
        }

        @Override
        public Verification verify() {
            boolean gone = armed > 0 && ProcessTree.gone(armed);
            boolean alive = component().alive();
            return new Verification(
                    gone && !alive,
                    "armed at point '" + point + "', process " + armed + " gone: " + gone + "; component alive: "
                            + alive);
        }

        /** What is armed still must not crash later, when nobody starts it again. */
        @Override
        public void heal() {
            if (armed > 0 && component().alive() && component().pid() == armed) {
                component().kill();
            }
            super.heal();
            armed = -1;
        }
    }
}
