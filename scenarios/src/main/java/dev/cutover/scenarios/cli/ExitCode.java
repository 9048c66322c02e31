package dev.cutover.scenarios.cli;

/** Exit codes beside those of a verdict. */
public final class ExitCode {

    /** Done, and nothing to judge. */
    public static final int OK = 0;

    /** The testbed could not do its work: bad input, a missing tool, a component that does not start. */
    public static final int TESTBED_ERROR = 3;

    private ExitCode() {}
}
