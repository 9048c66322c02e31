package dev.cutover.judge.gate;

import dev.cutover.judge.facts.Course;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What each gate says of a phase, given the baseline; a limit missed on a machine without time to spare is UNKNOWN. */
final class Decisions {
    static final String P99 = "p99-against-baseline";
    static final String UNKNOWN = "unknown-against-baseline";
    static final String REFUSED = "refused-against-baseline";
    static final String WITHOUT_OK = "longest-without-ok";
    static final String ATTEMPTS = "attempts-against-baseline";

    private static final double SLOWEST = 0.01;
    /** Slow answers in fewer seconds are a stall of the machine, not a slow bridge. */
    private static final long STALL_SECONDS = 3;

    /** Of a normal distribution fewer than one in 30,000 lie further off. */
    private static final double DEVIATIONS = 4;

    private static final int KINDS = 1 << Byte.SIZE;

    private final BaselineLimits limits;
    private final Course course;
    private final PhaseLoad baseline;
    private final IntFunction<String> kindName;

    Decisions(BaselineLimits limits, Course course, PhaseLoad baseline, IntFunction<String> kindName) {
        this.limits = limits;
        this.course = course;
        this.baseline = baseline;
        this.kindName = kindName;
    }

    Gate baselineP99() {
        return p99(baseline, limits.p99AtMost().toNanos());
    }

    Gate p99(PhaseLoad load) {
        return p99(load, limits.p99Ns(baseline.p99Ns()));
    }

    private Gate p99(PhaseLoad load, long limitNs) {
        List<Long> slow = load.secondsSlowerThan(limitNs);
        boolean missed = load.slowerThan(limitNs).exceeds(SLOWEST) && slow.size() >= STALL_SECONDS;
        return gate(
                P99,
                load.phase(),
                missed,
                Math.max(course.busy(load.phase()), course.busyIn(slow)),
                milliseconds(load.p99Ns()),
                milliseconds(limitNs),
                "longer: " + load.slowerThan(limitNs) + " answers; baseline " + milliseconds(baseline.p99Ns()));
    }

    Gate baselineUnknown() {
        return unknown(baseline, limits.unknownAtMost());
    }

    Gate unknown(PhaseLoad load) {
        double grown = baseline.unknown().atMost() + limits.unknownMargin();
        return unknown(load, Math.min(limits.unknownAtMost(), grown));
    }

    private Gate unknown(PhaseLoad load, double limit) {
        return gate(
                UNKNOWN,
                load.phase(),
                load.unknown().exceeds(limit),
                load.unknown().toString(),
                Share.percent(limit),
                "baseline " + baseline.unknown());
    }

    Gate attempts(PhaseLoad load) {
        double limit = baseline.retried().atMost() + limits.attemptsMargin();
        return gate(
                ATTEMPTS,
                load.phase(),
                load.retried().exceeds(limit),
                load.retried() + " sent again",
                Share.percent(limit),
                "baseline " + baseline.retried());
    }

    /** Of all kinds, what that one says whose refusals are hardest to explain. */
    Gate refused(String phase, IntFunction<Share> byKind) {
        int worst = 0;
        for (int kind = 1; kind < KINDS; kind++) {
            if (byKind.apply(kind).chance(refusedAtMost(kind))
                    < byKind.apply(worst).chance(refusedAtMost(worst))) {
                worst = kind;
            }
        }
        double limit = refusedAtMost(worst);
        return gate(
                REFUSED,
                phase,
                byKind.apply(worst).exceeds(limit),
                kindName.apply(worst) + " " + byKind.apply(worst),
                Share.percent(limit),
                "baseline " + baseline.refusedWithFaults(worst));
    }

    /**
     * Of all kinds together that are refused at all, in which a small share of invented refusals shows that is lost among those of each: more than before keys could
     * leave old, by so many standard deviations that it is no chance, and by the margin.
     */
    Gate refusedOfAll(IntFunction<Share> before, IntFunction<Share> after) {
        Growth growth = new Growth();
        for (int kind = 0; kind < KINDS; kind++) {
            growth.add(before.apply(kind), after.apply(kind));
        }
        double atMost = Math.max(limits.refusedMargin(), growth.byChance(DEVIATIONS));
        double expected = Math.max(0, growth.compared().share() - growth.share());
        return gate(
                REFUSED,
                "",
                growth.share() > atMost,
                growth.compared().toString(),
                Share.percent(expected + atMost),
                "of kinds that are refused at all; expected " + Share.percent(expected)
                        + " from before keys could leave old");
    }

    private double refusedAtMost(int kind) {
        double before = baseline.refusedWithFaults(kind).atMost();
        return Math.min(1, limits.refusedFactor() * before + limits.refusedMargin());
    }

    Gate withoutOk(WithoutOk found, String key) {
        String limit = milliseconds(limits.withoutOk().toNanos());
        if (found.keys() == 0) {
            String why = "no key was asked for by " + limits.withoutOkOperations() + " operations";
            return new Gate(WITHOUT_OK, "", Result.UNKNOWN, "not examined", limit, why);
        }
        return gate(
                WITHOUT_OK,
                "",
                found.longestNs() > limits.withoutOk().toNanos(),
                milliseconds(found.longestNs()),
                limit,
                found.longestNs() == 0 ? found.keys() + " keys" : "key " + key);
    }

    private Gate gate(String name, String phase, boolean missed, String value, String limit, String detail) {
        return gate(name, phase, missed, course.busy(phase), value, limit, detail);
    }

    private Gate gate(
            String name, String phase, boolean missed, double busy, String value, String limit, String detail) {
        if (missed && busy > limits.busy()) {
            return new Gate(
                    name,
                    phase,
                    Result.UNKNOWN,
                    value,
                    limit,
                    detail + "; the machine was " + Share.percent(busy) + " busy: try a quieter one, or less load");
        }
        return new Gate(name, phase, missed ? Result.FAIL : Result.PASS, value, limit, detail);
    }

    private static String milliseconds(long ns) {
        return String.format(Locale.ROOT, "%.0f ms", ns / 1e6);
    }
}
