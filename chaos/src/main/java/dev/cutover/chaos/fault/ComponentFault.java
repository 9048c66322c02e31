package dev.cutover.chaos.fault;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.record.event.FaultEvent;

/** What faults have in common that happen to a component. */
abstract class ComponentFault implements Fault, Recoverable {

    private final ComponentControl component;

    ComponentFault(ComponentControl component) {
        this.component = component;
    }

    final ComponentControl component() {
        return component;
    }

    @Override
    public final FaultEvent.Undo undo() {
        return new FaultEvent.Undo(
                component().pid(), ProcessTree.startTicks(component().pid()), null);
    }

    /** Starts it again, with its state and at its addresses, if it has ended. */
    @Override
    public void heal() {
        if (!component.alive()) {
            component.start();
        }
    }
}
