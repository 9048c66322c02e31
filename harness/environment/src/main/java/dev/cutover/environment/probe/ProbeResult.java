package dev.cutover.environment.probe;

import java.time.Duration;

/**
 * What one probe saw.
 *
 * @param end how it ended
 * @param took from the start of connecting to the end, or to the first byte of the answer
 * @param bytes how many bytes of the answer came
 * @param answer these bytes as text
 */
public record ProbeResult(End end, Duration took, int bytes, String answer) {

    /** How a probe ended. */
    public enum End {
        /** No connection. */
        REFUSED,
        /** Connected, then closed or reset without an answer. */
        CLOSED,
        /** Connected, and no answer in time. */
        SILENT,
        /** Connected, and still so after a moment in which neither side said anything. */
        OPEN,
        /** Connected, and nothing more was asked. */
        CONNECTED,
        /** At least one byte came back. */
        ANSWERED
    }

    public boolean answered() {
        return end == End.ANSWERED;
    }

    /** Whether a server is at the other end, as far as it can be seen without a word of its protocol. */
    public boolean reached() {
        return answered() || end == End.OPEN;
    }

    @Override
    public String toString() {
        return end + " after " + took.toMillis() + " ms";
    }
}
