package dev.cutover.record.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

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

    /** Its name for people and in {@code verdict.json}. */
    @JsonValue
    public String text() {
        return text;
    }

    /** By its name for people, in capital letters. */
    public static Optional<Verdict> named(String text) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.text.equals(text))
                .findFirst();
    }

    public int exitCode() {
        return exitCode;
    }

    /** NO-GO if anything failed; GO only if there are results and all passed. */
    public static Verdict of(Collection<Result> results) {
        if (results.contains(Result.FAIL)) {
            return NO_GO;
        }
        boolean allPassed = results.stream().allMatch(result -> result == Result.PASS);
        return allPassed && !results.isEmpty() ? GO : INCONCLUSIVE;
    }
}
