package dev.cutover.record.recorder;

import dev.cutover.record.journal.ServedBy;

/**
 * What an answer says beside the outcome; all of it may be left out.
 *
 * @param status of HTTP, 100 … 999; 0 for none
 * @param version the key's version in the answer; 0 for none
 * @param servedBy who answered
 * @param attempts how often it was sent
 */
public record Answer(int status, int version, ServedBy servedBy, int attempts) {

    /** One that says nothing. */
    public static final Answer SILENT = new Answer(0, 0, ServedBy.NOBODY, 1);

    public Answer {
        if (status != 0 && (status < 100 || status > 999)) {
            throw new IllegalArgumentException("a status is 100 … 999, or 0 for none, not " + status);
        }
        if (version < 0) {
            throw new IllegalArgumentException("a version is 1 or more, or 0 for none, not " + version);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("an operation is sent once or more often, not " + attempts + " times");
        }
    }

    public Answer withStatus(int given) {
        return new Answer(given, version, servedBy, attempts);
    }

    public Answer withVersion(int given) {
        return new Answer(status, given, servedBy, attempts);
    }

    public Answer withServedBy(ServedBy given) {
        return new Answer(status, version, given, attempts);
    }

    public Answer withAttempts(int given) {
        return new Answer(status, version, servedBy, given);
    }
}
