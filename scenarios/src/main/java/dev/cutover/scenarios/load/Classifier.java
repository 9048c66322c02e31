package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;

/** Says what a client may conclude from an answer, or from none; in doubt: UNKNOWN. */
final class Classifier {
    private final DefiniteErrors definite;

    Classifier(DefiniteErrors definite) {
        this.definite = definite;
    }

    /**
     * Judges an operation by its last attempt.
     *
     * @param doubt whether an earlier attempt of the same operation had an unknown outcome
     */
    Judgement judge(Attempt attempt, boolean doubt) {
        Answer answer = attempt.answer();
        if (attempt.status() == 0) {
            return new Judgement(Outcome.UNKNOWN, attempt.lost());
        }
        if (answer == null) {
            short cause = success(attempt.status()) ? Cause.UNREADABLE : Cause.status(attempt.status());
            return new Judgement(Outcome.UNKNOWN, cause);
        }
        if (success(attempt.status()) && answer.code() == 0) {
            return new Judgement(Outcome.OK, Cause.NONE);
        }
        if (definite.contains(attempt.status(), answer.code())) {
            // "Nothing happened" speaks of this attempt only; an earlier one may still have.
            return new Judgement(doubt ? Outcome.UNKNOWN : Outcome.REFUSED, Cause.returnCode(answer.code()));
        }
        short cause = success(attempt.status()) ? Cause.returnCode(answer.code()) : Cause.status(attempt.status());
        return new Judgement(Outcome.UNKNOWN, cause);
    }

    /** True if asking again can tell more: not after an answer that settled this attempt. */
    boolean worthRetrying(Attempt attempt) {
        Answer answer = attempt.answer();
        boolean settled = answer != null
                && (definite.contains(attempt.status(), answer.code())
                        || (success(attempt.status()) && answer.code() == 0));
        return !settled;
    }

    private static boolean success(int status) {
        return status >= 200 && status < 300;
    }

    /**
     * What may be concluded.
     *
     * @param cause a code of {@link Cause}
     */
    record Judgement(Outcome outcome, short cause) {}
}
