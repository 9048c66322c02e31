package dev.cutover.scenarios.cli;

/** Exit codes beside those of a verdict. */
public final class ExitCode {

    /** Done, and nothing to judge. */
    public static final int OK = 0;

    /** What was tried of a plan is wrong. */
    public static final int WRONG = 1;

    /** The testbed could not do its work: bad input, a missing tool, a component that does not start. */
    public static final int TESTBED_ERROR = 3;

    static final String HEADING = "%nExit codes:%n";
    static final String HELP_OK = "0:done";
    static final String HELP_GO = "0:GO";
    static final String HELP_NO_GO = "1:NO-GO";
    static final String HELP_INCONCLUSIVE = "2:INCONCLUSIVE";
    static final String HELP_ERROR = "3:the testbed itself had an error";

    private ExitCode() {}
}
