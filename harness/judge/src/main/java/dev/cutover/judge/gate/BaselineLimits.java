package dev.cutover.judge.gate;

import java.time.Duration;

/**
 * How much worse than the baseline phase a later phase may be.
 *
 * @param p99Factor so many times the baseline's p99 latency …
 * @param p99Slack … and so much more
 * @param p99AtMost but never more than this; the baseline, too, since who is always slow is not slower than before
 * @param unknownMargin by how much the share of unknown outcomes may exceed the baseline's
 * @param unknownAtMost but never more than this share; the baseline, too
 * @param refusedFactor so many times the baseline's share of refusals of a kind …
 * @param refusedMargin … and so much more
 * @param attemptsMargin by how much the share of operations that were sent again may exceed the baseline's
 * @param withoutOk a key may go unanswered for so long
 * @param withoutOkOperations if at least so many operations asked for it meanwhile
 * @param recovery what a fault explains goes on for so long after it was healed
 * @param least fewer operations in a phase that no fault explains are not judged
 * @param busy from this share of the machine's processor time in use, or taken away, a limit missed means nothing
 */
public record BaselineLimits(
        double p99Factor,
        Duration p99Slack,
        Duration p99AtMost,
        double unknownMargin,
        double unknownAtMost,
        double refusedFactor,
        double refusedMargin,
        double attemptsMargin,
        Duration withoutOk,
        int withoutOkOperations,
        Duration recovery,
        long least,
        double busy) {
    /**
     * For two cores that also carry the testbed: p99 goes from 30 ms to 350 ms there without any defect, but not to a
     * second.
     */
    public static final BaselineLimits DEFAULT = new BaselineLimits(
            4,
            Duration.ofMillis(400),
            Duration.ofMillis(900),
            0.02,
            0.05,
            1.5,
            0.015,
            0.05,
            Duration.ofSeconds(5),
            5,
            Duration.ofSeconds(2),
            100,
            0.97);

    /** The same, where so large a share of refusals more is planned. */
    public BaselineLimits refusing(double share) {
        return new BaselineLimits(
                p99Factor,
                p99Slack,
                p99AtMost,
                unknownMargin,
                unknownAtMost,
                refusedFactor,
                refusedMargin + share,
                attemptsMargin,
                withoutOk,
                withoutOkOperations,
                recovery,
                least,
                busy);
    }

    public BaselineLimits {
        if (p99Factor < 1 || refusedFactor < 1) {
            throw new IllegalArgumentException(
                    "factors must be at least 1; found " + p99Factor + " and " + refusedFactor);
        }
        if (Math.min(Math.min(unknownMargin, unknownAtMost), Math.min(refusedMargin, attemptsMargin)) < 0) {
            throw new IllegalArgumentException("margins must be at least 0; found unknown " + unknownMargin + " up to "
                    + unknownAtMost + ", refused " + refusedMargin + ", attempts " + attemptsMargin);
        }
        if (least < 1 || withoutOkOperations < 1) {
            throw new IllegalArgumentException(
                    "nothing can be judged by no operation; found " + least + " and " + withoutOkOperations);
        }
    }

    /** The p99 a phase may have if the baseline's is this, in nanoseconds. */
    long p99Ns(long baselineNs) {
        return Math.min(p99AtMost.toNanos(), (long) (p99Factor * baselineNs) + p99Slack.toNanos());
    }
}
