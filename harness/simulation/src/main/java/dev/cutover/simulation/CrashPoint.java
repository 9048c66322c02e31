package dev.cutover.simulation;

import java.util.List;
import java.util.stream.Stream;

/** Between which two steps something crashes. */
enum CrashPoint {
    /** A request was sent on. */
    SENT(Node.BRIDGE),
    /** The intent to move a bucket is durable. */
    INTENDED(Node.BRIDGE),
    /** The present owner's fence is raised. */
    FENCED(Node.BRIDGE),
    /** The marker was seen applied. */
    MARKED(Node.BRIDGE),
    /** The new owner is durable, and the bucket is still closed. */
    GIVEN(Node.BRIDGE),
    /** The routing is declared, and nobody told. */
    DECLARED(Node.BRIDGE),
    /** Changes are in the stream, how far the log was read is not yet durable. */
    PUBLISHED(Node.SYNC),
    /** Changes are applied, nobody is told. */
    APPLIED(Node.SYNC),
    /** Markers are told, how far the stream was read is not yet durable. */
    NOTICED(Node.SYNC),
    /** A key is copied by the bootstrap. */
    COPIED(Node.SYNC),
    /** The effect outside was had, its transaction is not committed. */
    ACTED(Node.OLD, Node.NEW),
    /** A write is committed, and not answered. */
    COMMITTED(Node.OLD, Node.NEW),
    /** A fence is raised, and not answered. */
    RAISED(Node.OLD, Node.NEW);

    private final Node one;
    private final Node other;

    CrashPoint(Node one) {
        this(one, one);
    }

    CrashPoint(Node one, Node other) {
        this.one = one;
        this.other = other;
    }

    static List<CrashPoint> of(Node node) {
        return Stream.of(values())
                .filter(point -> point.one == node || point.other == node)
                .toList();
    }
}
