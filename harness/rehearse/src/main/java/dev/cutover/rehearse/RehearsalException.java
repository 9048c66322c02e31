package dev.cutover.rehearse;

import java.io.Serial;

/** A rehearsal could not go on as planned; the message says what was expected, what happened and where to look. */
public final class RehearsalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public RehearsalException(String message) {
        super(message);
    }

    public RehearsalException(String message, Throwable cause) {
        super(message, cause);
    }
}
