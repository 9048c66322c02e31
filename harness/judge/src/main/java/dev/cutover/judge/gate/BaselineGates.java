package dev.cutover.judge.gate;

import dev.cutover.judge.facts.Course;
import dev.cutover.judge.facts.Facts;
import dev.cutover.record.evidence.History;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Holds each phase against the baseline of the same run: the last phase that ended before anything but old was asked for.
 * What a planned fault explains is left out by the operation's own mask and times; latency and attempts also while a routing change is under way.
 * In a phase that may have no unknown outcome a fault explains nothing, for clients must not notice it.
 * A phase of which a fault explains nearly everything has no gates; if no phase has, they are UNKNOWN. A plan that
 * never leaves old has none.
 */
public final class BaselineGates {
    /** Of the gates here. */
    public static final List<String> NAMES =
            List.of(Decisions.P99, Decisions.UNKNOWN, Decisions.REFUSED, Decisions.WITHOUT_OK, Decisions.ATTEMPTS);

    private final Facts facts;
    private final BaselineLimits limits;
    private final Course course;
    private final Disturbances disturbances;
    private final int baselineIndex;
    private final PhaseLoad baseline;
    private final List<PhaseLoad> before;
    private final List<PhaseLoad> later;

    private BaselineGates(Facts facts, BaselineLimits limits, Course course, int baselineIndex) {
        this.facts = facts;
        this.limits = limits;
        this.course = course;
        this.baselineIndex = baselineIndex;
        this.disturbances = new Disturbances(facts.history(), course, limits.recovery());
        List<PhaseLoad> loads = loads();
        this.baseline = loads.get(baselineIndex);
        this.before = loads.subList(0, baselineIndex + 1);
        this.later = loads.subList(baselineIndex + 1, loads.size());
    }

    /** All gates of a run, each phase's in the order of the phases. */
    public static List<Gate> of(Facts facts, BaselineLimits limits) {
        Course course = facts.course();
        if (course.leftOldNs().isEmpty()) {
            return List.of();
        }
        OptionalInt baseline = baseline(facts, course, course.leftOldNs().getAsLong());
        return baseline.isPresent()
                ? new BaselineGates(facts, limits, course, baseline.getAsInt()).decide()
                : unexamined("no phase ended before keys could leave old, so there is nothing to compare with");
    }

    private static OptionalInt baseline(Facts facts, Course course, long leftOldNs) {
        List<String> names = facts.evidence().manifest().phases();
        return course.phases().stream()
                .filter(phase -> phase.interval().untilNs() < leftOldNs)
                .mapToInt(phase -> names.indexOf(phase.name()))
                .filter(index -> index >= 0)
                .max();
    }

    /** All gates, where nothing can be said. */
    public static List<Gate> unexamined(String why) {
        return NAMES.stream().map(gate -> unexamined(gate, why)).toList();
    }

    private static Gate unexamined(String gate, String why) {
        return new Gate(gate, "", Result.UNKNOWN, "not examined", "", why);
    }

    private List<PhaseLoad> loads() {
        List<PhaseLoad> loads = new ArrayList<>();
        SortedMap<String, Long> unknown = facts.obligations().limits().unknownAtMost();
        facts.evidence()
                .manifest()
                .phases()
                .forEach(name -> loads.add(new PhaseLoad(name, unknown.getOrDefault(name, 1L) > 0)));
        History history = facts.history();
        for (int i = 0; i < history.size(); i++) {
            int phase = history.phaseInvoked(i);
            if (phase >= 0 && phase < loads.size() && disturbances.counts(i)) {
                loads.get(phase).add(history, i, disturbances);
            }
        }
        return loads;
    }

    private List<Gate> decide() {
        if (baseline.answered() < limits.least()) {
            return unexamined("the baseline phase " + baseline.phase() + " has " + baseline.answered()
                    + " answers that no fault explains, needs " + limits.least());
        }
        List<PhaseLoad> judged = later.stream()
                .filter(load -> load.unknown().cases() >= limits.least())
                .toList();
        if (judged.isEmpty()) {
            return unexamined("no later phase has " + limits.least() + " operations that no fault explains");
        }
        List<Gate> gates = new ArrayList<>();
        Decisions decisions = new Decisions(limits, course, baseline, facts::kind);
        gates.add(decisions.baselineP99());
        judged.stream()
                .filter(load -> load.answered() >= limits.least())
                .forEach(load -> gates.add(decisions.p99(load)));
        gates.add(decisions.baselineUnknown());
        judged.forEach(load -> gates.add(decisions.unknown(load)));
        judged.forEach(load -> gates.add(decisions.refused(load.phase(), load::refused)));
        gates.add(decisions.refusedOfAll(this::refusedBefore, this::refusedLater));
        WithoutOk withoutOk = withoutOk();
        gates.add(decisions.withoutOk(withoutOk, facts.evidence().key(withoutOk.longestKey())));
        judged.stream()
                .filter(load -> load.retried().cases() >= limits.least())
                .forEach(load -> gates.add(decisions.attempts(load)));
        return List.copyOf(gates);
    }

    /** Under faults, too: they make no refusals, and there are few operations before keys can leave old. */
    private Share refusedBefore(int kind) {
        Share all = new Share();
        before.forEach(load -> all.add(load.refusedWithFaults(kind)));
        return all;
    }

    private Share refusedLater(int kind) {
        Share all = new Share();
        later.forEach(load -> all.add(load.refused(kind)));
        return all;
    }

    private WithoutOk withoutOk() {
        History history = facts.history();
        return new WithoutOk(history, disturbances, limits.withoutOkOperations())
                .examine(facts.keys(), i -> history.phaseInvoked(i) >= baselineIndex && disturbances.counts(i));
    }
}
