package dev.cutover.rehearse.plan;

import java.util.Locale;
import java.util.Optional;

/** What a planned fault does, with its options; the kinds of disturbance come from who can inject them. */
public interface Disturbance {

    /** What a fault is injected into. */
    enum Target {
        LINK,
        COMPONENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name of a kind in plans: that of its type, in small letters with dashes. */
    static String nameOf(Class<? extends Disturbance> kind) {
        return kind.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    default String name() {
        return nameOf(getClass());
    }

    Target target();

    /** Whether under load it surely leaves operations unknown, or makes clients try again. */
    boolean losesMessages();

    /** Whether healing it leaves another of its kind on the same target as it is. */
    default boolean healsAlone() {
        return false;
    }

    /** The point of its program at which a component crashes, if that is what it does; {@code control.crash} says how. */
    default Optional<String> crashesAt() {
        return Optional.empty();
    }

    /** Whether only a container can suffer it. */
    default boolean onlyInContainers() {
        return false;
    }
}
