package dev.cutover.scenarios.load;

/** A line of a load's program that says nothing of the protocol. */
final class WrongLine extends Exception {
    private static final long serialVersionUID = 1;

    WrongLine(String message) {
        super(message);
    }
}
