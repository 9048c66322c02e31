package dev.cutover.chaos.fault;

import dev.cutover.chaos.process.ProcessState;
import dev.cutover.environment.ComponentControl;
import java.util.Map;

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
    public final Map<String, Object> undo() {
        return ProcessState.identity(component.pid());
    }

    /** Starts it again, with its state and at its addresses, if it has ended. */
    @Override
    public void heal() {
        if (!component.alive()) {
            component.start();
        }
    }
}
