package dev.cutover.environment.spec;

/**
 * A connection between two components, always through a proxy of its own.
 *
 * @param name such as {@code bridge->old}
 * @param client the component that connects
 * @param server the component that is connected to
 * @param port which of the server's ports
 */
public record Link(String name, String client, String server, String port, Protocol protocol) {

    /** The name with letters, digits and dashes only, for files and processes. */
    public String plainName() {
        return name.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
