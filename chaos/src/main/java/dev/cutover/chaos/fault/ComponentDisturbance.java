package dev.cutover.chaos.fault;

import dev.cutover.environment.ComponentControl;
import dev.cutover.rehearse.plan.Disturbance;

/** What can be done to a component: a specification that makes the fault. A client of it knows that its connection broke. */
public interface ComponentDisturbance extends Disturbance {

    @Override
    default Target target() {
        return Target.COMPONENT;
    }

    @Override
    default boolean losesMessages() {
        return false;
    }

    /** Makes the fault; nothing is disturbed yet. */
    Fault on(ComponentControl component);
}
