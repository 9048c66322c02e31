package dev.cutover.chaos.fault;

import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.rehearse.plan.Disturbance;

/** What can be done to a link: a specification that makes the fault. */
public interface LinkDisturbance extends Disturbance {

    @Override
    default Target target() {
        return Target.LINK;
    }

    /**
     * Makes the fault; nothing is disturbed yet.
     *
     * @param id unique in the run
     */
    Fault on(LinkProxy link, String id);
}
