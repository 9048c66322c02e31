package dev.cutover.environment.running;

/** Decides where components listen, before anything starts. */
public interface Addressing {
    /** Where the links' proxies, and the harness, find a component. */
    String host(String component);

    /**
     * The number of a component's port.
     *
     * @param wanted as it is described; 0 is any free one
     */
    int port(String component, int wanted);
}
