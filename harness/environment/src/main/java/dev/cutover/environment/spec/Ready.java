package dev.cutover.environment.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a component says that it is ready. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ready.Http.class, name = "http"),
    @JsonSubTypes.Type(value = Ready.Tcp.class, name = "tcp")
})
public sealed interface Ready {

    /**
     * It answers 200.
     *
     * @param port the port that is asked
     * @param path the page that must be answered with 200
     */
    record Http(String port, String path) implements Ready {}

    /**
     * It accepts connections.
     *
     * @param port the port that must accept connections
     */
    record Tcp(String port) implements Ready {}

    /** As its kind knows: a database that accepts sessions, a broker whose topics exist; for other kinds as soon as it runs. */
    record ByKind() implements Ready {}
}
