package dev.cutover.sync.crash;

/** Where the sync can be made to crash: between every two of its steps. */
public enum Point {
    /** A batch of the copy is written and not committed. */
    CHUNK_COPIED,
    CHUNK_COMMITTED,
    /** Kafka has captured transactions; the database does not know that they need not come again. */
    PUBLISHED,
    /** The database was told. */
    CONFIRMED,
    /** Changes have arrived and are not applied. */
    POLLED,
    /** They are applied and not committed. */
    APPLIED,
    /** They are committed; the offsets are not. */
    COMMITTED,
    /** A marker is committed; who waits for it was not told. */
    MARKER_COMMITTED,
    /** A marker is requested and not in the log of its source. */
    MARKER_REQUESTED,
    /** It is there; the request's offset is not committed. */
    MARKER_EMITTED,
    /** Kafka has the offsets. */
    OFFSETS_TOLD
}
