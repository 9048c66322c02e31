package dev.cutover.judge;

import dev.cutover.judge.facts.Course;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.gate.BaselineGates;
import dev.cutover.judge.gate.BaselineLimits;
import dev.cutover.judge.gate.ComparisonGates;
import dev.cutover.judge.gate.UnknownOutcomes;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.Limits;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds a run against its plan's limits. Every gate that the plan owes is decided: what is not known is UNKNOWN. */
final class Gates {
    /** Of every gate that a plan may owe. */
    static final List<String> NAMES = Stream.of(
                    Stream.of(
                            "plan-completed",
                            "operations-per-second",
                            "injector",
                            "rollback-within",
                            UnknownOutcomes.NAME,
                            "dead-letters"),
                    ComparisonGates.NAMES.stream(),
                    BaselineGates.NAMES.stream())
            .flatMap(Function.identity())
            .toList();

    private static final double SESSION_SHARE = 0.05;
    private static final double BUSY = 0.9;

    private final Evidence evidence;
    private final Limits limits;
    private final List<VerdictReport.Gate> gates = new ArrayList<>();

    private Gates(Evidence evidence) {
        this.evidence = evidence;
        this.limits = evidence.obligations().limits();
    }

    static List<VerdictReport.Gate> of(Facts facts, VerdictReport.Figures figures) {
        Gates gates = new Gates(facts.evidence());
        gates.completed(facts.course());
        gates.rate(figures.operations());
        gates.injector();
        gates.rollbacks();
        gates.gates.addAll(UnknownOutcomes.of(facts));
        gates.deadLetters();
        gates.gates.addAll(ComparisonGates.of(facts));
        gates.baseline(facts);
        return List.copyOf(gates.gates);
    }

    /** What a plan did not get to on a machine that had no time to spare is nobody's fault. */
    private void completed(Course course) {
        if (evidence.events(PlanEvent.Completed.class).findAny().isPresent()) {
            gate("plan-completed", "", Result.PASS, "every phase", "every phase", "");
            return;
        }
        List<Course.Sampled> samples = course.samples();
        double busy =
                course.busy(samples.isEmpty() ? "" : samples.getLast().sample().phase());
        boolean spent = busy > BaselineLimits.DEFAULT.busy();
        String why = busy < BUSY
                ? ""
                : "; the machine was " + number(busy * 100)
                        + " % busy in this phase: try a quieter or larger one, or less load";
        evidence.events(PlanEvent.EndedEarly.class)
                .findFirst()
                .ifPresentOrElse(
                        early -> gate(
                                "plan-completed",
                                "",
                                early.loadAlive() && !spent ? Result.FAIL : Result.UNKNOWN,
                                early.detail() + why,
                                "every phase",
                                ""),
                        () -> gate("plan-completed", "", Result.UNKNOWN, "interrupted", "every phase", ""));
    }

    private void rate(VerdictReport.Operations operations) {
        Double rate = evidence.has(EvidencePart.JOURNAL) ? operations.perSecond() : null;
        gate(
                "operations-per-second",
                "",
                rate != null && rate >= limits.operationsPerSecond() ? Result.PASS : Result.UNKNOWN,
                rate == null ? "not known" : number(rate),
                "at least " + number(limits.operationsPerSecond()),
                "");
    }

    private void injector() {
        InjectorHealth health = evidence.injector();
        String limit = "start lag p99 " + number(limits.startLagMs()) + " ms";
        if (health == null) {
            gate("injector", "", Result.UNKNOWN, "its health is not known", limit, why(EvidencePart.INJECTOR_HEALTH));
            return;
        }
        HealthDecision decision =
                new HealthLimits(Duration.ofMillis((long) limits.startLagMs()), SESSION_SHARE).judge(health);
        String message = decision.healthy() && health.startLag() == null ? InjectorHealth.UNTOLD : decision.message();
        gate("injector", "", decision.healthy() ? Result.PASS : Result.UNKNOWN, message, limit, "");
    }

    /** One for each rollback that the plan declares. */
    private void rollbacks() {
        List<RoutingEvent.Effective> declared = evidence.events(RoutingEvent.Effective.class)
                .filter(RoutingEvent.Effective::rollback)
                .toList();
        for (RoutingEvent.Effective rollback : declared) {
            gate(
                    "rollback-within",
                    "",
                    rollback.tookMs() <= limits.rollbackWithinMs() ? Result.PASS : Result.FAIL,
                    number(rollback.tookMs()) + " ms",
                    number(limits.rollbackWithinMs()) + " ms",
                    "");
        }
        for (int missing = declared.size(); missing < evidence.obligations().rollbacks(); missing++) {
            gate(
                    "rollback-within",
                    "",
                    Result.UNKNOWN,
                    "no rollback was declared complete",
                    number(limits.rollbackWithinMs()) + " ms",
                    "");
        }
    }

    private void deadLetters() {
        if (!evidence.obligations().deadLetters()) {
            return;
        }
        if (!evidence.has(EvidencePart.DEAD_LETTERS)) {
            gate("dead-letters", "", Result.UNKNOWN, "not read", "0", why(EvidencePart.DEAD_LETTERS));
            return;
        }
        long letters = evidence.deadLetters();
        gate("dead-letters", "", letters == 0 ? Result.PASS : Result.FAIL, Long.toString(letters), "0", "");
    }

    /** Against the baseline phase of the same run; not of a journal or an event log that is not whole. */
    private void baseline(Facts facts) {
        List<String> lacking = Stream.of(EvidencePart.JOURNAL, EvidencePart.EVENTS)
                .filter(part -> !evidence.has(part))
                .map(this::why)
                .toList();
        gates.addAll(
                lacking.isEmpty()
                        ? BaselineGates.of(
                                facts,
                                BaselineLimits.DEFAULT.refusing(
                                        facts.obligations().limits().refused()))
                        : BaselineGates.unexamined(String.join("; ", lacking)));
    }

    private String why(EvidencePart part) {
        return evidence.damage().getOrDefault(part, part.text() + " is empty");
    }

    private void gate(String name, String phase, Result result, String value, String limit, String detail) {
        gates.add(new VerdictReport.Gate(name, phase, result, value, limit, detail));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
