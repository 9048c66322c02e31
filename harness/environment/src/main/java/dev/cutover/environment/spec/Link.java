package dev.cutover.environment.spec;

/**
 * A connection between two components, always through a proxy of its own.
 *
 * @param name such as {@code bridge->old}
 * @param client the component that connects
 * @param server the component that is connected to
 * @param port which of the server's ports
 * @param health path that a server of HTTP answers
 */
public record Link(String name, String client, String server, String port, Protocol protocol, String health) {
    static final String USUAL_HEALTH = "/health";

    public Link(String name, String client, String server, String port, Protocol protocol) {
        this(name, client, server, port, protocol, USUAL_HEALTH);
    }

    /** Whether it is spoken by TLS from the first byte. */
    public boolean tls() {
        return protocol == Protocol.HTTPS;
    }

    /** The name with letters, digits and dashes only, for files and processes. */
    public String plainName() {
        return name.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
