package dev.cutover.harness.check;

import java.util.Collection;

/** The answer of a rehearsal. */
public enum Verdict {
    GO("GO", 0),
    NO_GO("NO-GO", 1),
    INCONCLUSIVE("INCONCLUSIVE", 2);

    private final String text;
    private final int exitCode;

    Verdict(String text, int exitCode) {
        this.text = text;
        this.exitCode = exitCode;
    }

    public String text() {
        return text;
    }

    public int exitCode() {
        return exitCode;
    }

    /** NO-GO if anything failed; GO only if there are findings and all passed. */
    public static Verdict of(Collection<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.result() == Result.FAIL)) {
            return NO_GO;
        }
        boolean allPassed = findings.stream().allMatch(f -> f.result() == Result.PASS);
        return allPassed && !findings.isEmpty() ? GO : INCONCLUSIVE;
    }
}
