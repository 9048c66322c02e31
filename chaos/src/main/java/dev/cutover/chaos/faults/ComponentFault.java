package dev.cutover.chaos.faults;

import dev.cutover.chaos.process.ProcessState;
import dev.cutover.environment.ComponentControl;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.Fault;
import java.util.function.Supplier;

/** What faults have in common that happen to a component. */
abstract class ComponentFault implements Fault, Recoverable {

    private final Supplier<ComponentControl> target;

    /** Resolved late: there is no environment yet when a plan is checked. */
    ComponentFault(Supplier<ComponentControl> target) {
        this.target = target;
    }

    final ComponentControl component() {
        return target.get();
    }

    @Override
    public final FaultEvent.Undo undo() {
        return new FaultEvent.Undo(
                component().pid(), ProcessState.startTicks(component().pid()).orElse(0), null);
    }

    /** Starts it again, with its state and at its addresses, if it has ended. */
    @Override
    public void heal() {
        if (!component().alive()) {
            component().start();
        }
    }
}
