package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;

/**
 * One planned fault.
 *
 * @param id unique in the run, such as {@code dual-1}; given by its phase
 * @param what the kind of fault and its options
 * @param target a link ({@code bridge->new}) or a component ({@code sync})
 * @param at offset from the start of its phase
 * @param lasts from injection to healing
 */
public record FaultSpec(String id, Disturbance what, String target, Duration at, Duration lasts) {

    public FaultSpec {
        if (!lasts.isPositive()) {
            throw WrongValue.at("must be longer than nothing", "for");
        }
    }

    public String name() {
        return what.name();
    }

    FaultSpec withId(String other) {
        return new FaultSpec(other, what, target, at, lasts);
    }
}
