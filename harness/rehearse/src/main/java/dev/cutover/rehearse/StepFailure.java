package dev.cutover.rehearse;

import java.io.Serial;

/** A step could not be done: what was expected and what was found. Who did the list says which step it was. */
final class StepFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    StepFailure(String message) {
        super(message);
    }

    StepFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
