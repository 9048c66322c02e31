package dev.cutover.sync.stream;

/** When a record may be applied. */
public interface Pace {

    /** The earliest moment, in milliseconds since 1970, for a record that was published at that moment. */
    long due(long publishedAt);

    /** As soon as it arrives. */
    static Pace atOnce() {
        return publishedAt -> publishedAt;
    }
}
