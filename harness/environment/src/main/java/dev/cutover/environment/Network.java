package dev.cutover.environment;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Link;

/** Carries every link through a proxy of its own. Opened before the components start; closed after they stopped. */
public interface Network extends AutoCloseable {

    /**
     * Begins to start the link's proxy towards {@code upstream}, which need not listen yet; returns at once where the
     * client connects to.
     */
    Address open(Link link, Address upstream);

    /**
     * Proves that this proxy carries its link: the server answers through it, not while it is disabled, and again
     * afterwards. Best before clients are connected, which would lose their connections.
     */
    void prove(Link link);

    /** Proves, of a running environment, that no process is connected to a server past its proxies. */
    void proveNoBypass();

    @Override
    void close();
}
