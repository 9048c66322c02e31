package dev.cutover.environment.yaml;

/** What is wrong in a plan or another file of the user: where, what was expected, what was found. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PlanException(String message) {
        super(message);
    }

    public PlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
