package dev.cutover.record.run;

import java.io.Serial;

/** A run directory that cannot be judged at all; the message says what is wrong and what to do. */
public final class EvidenceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public EvidenceException(String message) {
        super(message);
    }

    public EvidenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
