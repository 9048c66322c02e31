package dev.cutover.environment.spec;

/** How a component says that it is ready. */
public sealed interface Ready {

    /** It answers 200. */
    record Http(String port, String path) implements Ready {}

    /** It accepts connections. */
    record Tcp(String port) implements Ready {}

    /** As its kind knows: a database that accepts sessions, a broker whose topics exist; for other kinds as soon as it runs. */
    record ByKind() implements Ready {}
}
