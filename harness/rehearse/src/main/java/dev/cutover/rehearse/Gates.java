package dev.cutover.rehearse;

import dev.cutover.judge.FiguresOfRun;
import dev.cutover.judge.HealthDecision;
import dev.cutover.judge.HealthLimits;
import dev.cutover.judge.PhaseStatistics;
import dev.cutover.judge.facts.Facts;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidenceReader;
import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.rehearse.plan.LimitSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds a run against its plan's limits and records each decision, so that a later judgement finds the same. */
public final class Gates {

    private static final double SESSION_SHARE = 0.05;
    private static final double BUSY = 0.9;

    private final Plan plan;
    private final EventLog log;

    public Gates(Plan plan, EventLog log) {
        this.plan = plan;
        this.log = log;
    }

    /** Decides every gate of a run that has ended, from its evidence. */
    public void decide(RunDirectory run) {
        Evidence evidence = EvidenceReader.read(run);
        VerdictReport.Figures figures = FiguresOfRun.of(new Facts(evidence));
        completed(evidence.events());
        load(run, figures.operations().perSecond());
        rollback(evidence.events());
        unknown(PhaseStatistics.of(evidence));
        deadLetters(run);
        comparisons(evidence, figures.comparisons());
    }

    private void completed(List<Event> events) {
        Event last = events.stream()
                .filter(event ->
                        event.kind().equals("step") && event.text("step").equals("plan"))
                .findFirst()
                .orElse(null);
        if (last == null) {
            gate("plan-completed", "", Result.UNKNOWN, "interrupted", "every phase", "");
        } else if (last.text("state").equals("end")) {
            gate("plan-completed", "", Result.PASS, "every phase", "every phase", "");
        } else {
            Result result = last.flag("loadAlive") ? Result.FAIL : Result.UNKNOWN;
            gate("plan-completed", "", result, last.text("detail") + ifBusy(events), "every phase", "");
        }
    }

    /** In the phase that the plan ended in: so that nobody hunts a defect where only time was short. */
    private static String ifBusy(List<Event> events) {
        List<Event> samples =
                events.stream().filter(event -> event.kind().equals("sample")).toList();
        String phase = samples.isEmpty() ? "" : samples.getLast().text("phase");
        double busy = samples.stream()
                .filter(sample -> sample.text("phase").equals(phase))
                .mapToDouble(sample -> sample.number("busy"))
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        return busy < BUSY
                ? ""
                : "; the machine was " + number(busy * 100)
                        + " % busy in this phase: try a quieter or larger one, or less load";
    }

    private void load(RunDirectory run, double rate) {
        LimitSpec limits = plan.limits();
        gate(
                "operations-per-second",
                "",
                rate >= limits.operationsPerSecond() ? Result.PASS : Result.UNKNOWN,
                number(rate),
                "at least " + number(limits.operationsPerSecond()),
                "");
        try {
            HealthDecision health = new HealthLimits(limits.startLag(), SESSION_SHARE)
                    .judge(HealthFile.read(run.journal().resolve("injector-1.health.json")));
            gate(
                    "injector",
                    "",
                    health.healthy() ? Result.PASS : Result.UNKNOWN,
                    health.message(),
                    "start lag p99 " + limits.startLag().toMillis() + " ms",
                    "");
        } catch (IOException e) {
            gate("injector", "", Result.UNKNOWN, "its health was not written", "healthy", e.toString());
        }
    }

    private void rollback(List<Event> events) {
        for (Event event : events) {
            if (event.is("routing", "effective") && event.flag("rollback")) {
                double limit = plan.limits().rollbackWithin().toMillis();
                gate(
                        "rollback-within",
                        "",
                        event.number("tookMs") <= limit ? Result.PASS : Result.FAIL,
                        number(event.number("tookMs")) + " ms",
                        number(limit) + " ms",
                        "");
            }
        }
    }

    private void unknown(List<VerdictReport.Phase> phases) {
        for (PhaseSpec phase : plan.phases()) {
            if (phase.unknownAtMost().isPresent()) {
                long limit = phase.unknownAtMost().getAsLong();
                phases.stream()
                        .filter(measured -> measured.phase().equals(phase.name()))
                        .forEach(measured -> gate(
                                "unknown-outcomes",
                                phase.name(),
                                measured.unknown() <= limit ? Result.PASS : Result.FAIL,
                                Long.toString(measured.unknown()),
                                "at most " + limit,
                                measured.operations() + " operations"));
            }
        }
    }

    private void deadLetters(RunDirectory run) {
        try (var lines = Files.lines(run.observed().resolve("dead-letters.jsonl"))) {
            long letters = lines.count();
            gate("dead-letters", "", letters == 0 ? Result.PASS : Result.FAIL, Long.toString(letters), "0", "");
        } catch (IOException e) {
            gate("dead-letters", "", Result.UNKNOWN, "not read", "0", e.toString());
        }
    }

    /** In dual mode nothing may be different, and nothing may be dropped without being counted. */
    private void comparisons(Evidence evidence, VerdictReport.Comparisons comparisons) {
        if (plan.phases().stream()
                .flatMap(phase -> phase.route().stream())
                .noneMatch(route -> route.mode() == RoutingMode.DUAL)) {
            return;
        }
        long dropped = comparisons.dropped().values().stream()
                .mapToLong(count -> ((Number) count).longValue())
                .sum();
        boolean accounted = comparisons.eligible() == comparisons.compared() + dropped;
        Result result = evidence.comparisons().isEmpty() || comparisons.compared() == 0
                ? Result.UNKNOWN
                : accounted && comparisons.different() == 0 ? Result.PASS : Result.FAIL;
        gate(
                "comparisons",
                "",
                result,
                comparisons.different() + " of " + comparisons.compared() + " different",
                "0 different, all accounted for",
                "eligible " + comparisons.eligible() + " = compared " + comparisons.compared() + " + dropped "
                        + dropped);
    }

    private void gate(String name, String phase, Result result, String value, String limit, String detail) {
        log.record(
                "gate",
                Map.of(
                        "gate", name,
                        "phase", phase,
                        "result", result.name(),
                        "value", value,
                        "limit", limit,
                        "detail", detail));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
