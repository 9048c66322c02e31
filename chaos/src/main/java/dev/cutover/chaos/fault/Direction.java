package dev.cutover.chaos.fault;

import java.util.List;
import java.util.Locale;

/** Which way of a link is disturbed. */
public enum Direction {
    /** From the client to the server: requests. */
    UPSTREAM,
    /** From the server to the client: answers. */
    DOWNSTREAM,
    BOTH;

    /** As Toxiproxy calls them: both directions are two toxics. */
    List<String> streams() {
        return this == BOTH ? List.of("upstream", "downstream") : List.of(toString());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
