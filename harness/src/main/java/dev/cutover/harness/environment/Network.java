package dev.cutover.harness.environment;

/** Carries every link through a proxy of its own. Opened before the components start; closed after they stopped. */
public interface Network extends AutoCloseable {

    /** Starts the link's proxy towards {@code upstream}, which need not listen yet; returns where the client connects to. */
    Address open(Link link, Address upstream);

    /** Proves that traffic of a running environment really passes this proxy: with the proxy disabled the link must break. */
    void prove(Link link);

    @Override
    void close();
}
