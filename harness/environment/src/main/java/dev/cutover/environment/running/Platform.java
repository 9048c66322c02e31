package dev.cutover.environment.running;

import dev.cutover.environment.ClientHost;
import dev.cutover.environment.Network;
import dev.cutover.environment.spec.ComponentSpec;

/** What an environment runs on: processes of this machine, or containers. */
public interface Platform extends ClientHost {
    Addressing addressing();

    Network network();

    /** A component, not started yet. Called once for each, before the first is started. */
    StartableComponent component(ComponentSpec component, ComponentContext context);

    /** Proves, of a running environment, that no component reaches anything outside, as far as the platform can keep it from that. */
    void proveIsolation();

    /** Ends whatever is left and frees everything, after the components have stopped. */
    void close(StopMode mode);
}
