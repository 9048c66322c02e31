package dev.cutover.environment.running;

import dev.cutover.environment.ClientHost;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.ProxyHost;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What one environment runs on: processes of this machine, or containers. Nothing happens until {@link #prepare}. */
public interface Platform extends ClientHost {

    RuntimeSettings settings();

    /** The start-up cache of a component of this kind; none if it runs no program of the project. */
    Optional<AotCache> cache(Kind kind);

    /** Where the proxies of the environment's links run. */
    ProxyHost proxies();

    /** Makes what everything else needs: programs, images, networks. Called once, before any method below. */
    void prepare(EnvironmentSpec spec);

    /**
     * Decides where a component listens, for the links' proxies and the harness.
     *
     * @param port as it is described; 0 is any free one
     */
    Address allocate(String component, int port);

    /** A component, not started yet. Called once for each, before the first is started. */
    Component component(ComponentContext context);

    /**
     * Proves, of a running environment, that no component reaches anything outside, as far as the platform can keep it
     * from that.
     */
    void proveIsolation();

    /** Ends whatever is left and frees everything, after the components have stopped. */
    void close(StopMode mode);

    /** A component as an environment starts and stops it. */
    interface Component extends ComponentControl {
        /** Prepares what it needs, starts it and waits until it is ready, or until that is of no use any more. */
        void startFirst(BooleanSupplier abandoned);

        /** Waits until it is ready again, which it may not be for a moment after its links were proven. */
        void awaitReady(BooleanSupplier abandoned);

        /** Does nothing to one that was not started. */
        void stop(StopMode mode);
    }
}
