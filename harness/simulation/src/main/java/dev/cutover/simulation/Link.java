package dev.cutover.simulation;

import java.util.List;

/** Who talks to whom. */
enum Link {
    CLIENT_BRIDGE,
    BRIDGE_OLD,
    BRIDGE_NEW,
    SYNC_OLD,
    SYNC_NEW,
    /** Changes into the stream, markers and what is told of them. */
    STREAM;

    static final List<Link> ALL = List.of(values());

    static final List<Link> TO_SYSTEMS = List.of(BRIDGE_OLD, BRIDGE_NEW);

    /** Where a message may come twice: a client, or a proxy, sends again; a stream is read again. */
    static final List<Link> TWICE = List.of(CLIENT_BRIDGE, BRIDGE_OLD, BRIDGE_NEW, STREAM);

    static Link toSystem(Node system) {
        return system == Node.OLD ? BRIDGE_OLD : BRIDGE_NEW;
    }

    static Link ofSync(Node system) {
        return system == Node.OLD ? SYNC_OLD : SYNC_NEW;
    }
}
