package dev.cutover.judge;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.judge.property.RollbackComplete;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.Event;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.History;
import dev.cutover.record.verdict.VerdictReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the figures of a run from its evidence; what is absent gives 0. */
public final class FiguresOfRun {
    private final Facts facts;
    private final Evidence evidence;

    private FiguresOfRun(Facts facts) {
        this.facts = facts;
        this.evidence = facts.evidence();
    }

    public static VerdictReport.Figures of(Facts facts) {
        FiguresOfRun figures = new FiguresOfRun(facts);
        return new VerdictReport.Figures(
                figures.operations(),
                figures.rollback(),
                figures.hold(),
                new VerdictReport.Lag(figures.lag("old-to-new"), figures.lag("new-to-old")),
                figures.comparisons(),
                figures.injector(),
                figures.environment(),
                new VerdictReport.Machine(figures.sampled("busy"), figures.sampled("stolen")));
    }

    private VerdictReport.Operations operations() {
        History history = facts.history();
        long ok = 0;
        long refused = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < history.size(); i++) {
            ok += history.ok(i) ? 1 : 0;
            refused += history.refused(i) ? 1 : 0;
            first = Math.min(first, history.invokedNs(i));
            last = Math.max(last, history.invokedNs(i));
        }
        long total = history.size();
        double seconds = total > 1 ? (last - first) / 1e9 : 0;
        return new VerdictReport.Operations(
                total,
                ok,
                refused,
                total - ok - refused,
                Resolution.unknownApplied(facts),
                seconds > 0 ? total / seconds : 0);
    }

    private VerdictReport.Rollback rollback() {
        double tookMs = evidence.events().stream()
                .filter(event -> event.is("routing", "effective") && event.flag("rollback"))
                .mapToDouble(event -> finite(event.number("tookMs")))
                .findFirst()
                .orElse(0);
        List<StateDump> dumps =
                evidence.rollbackDumps().stream().filter(StateDump::complete).toList();
        if (dumps.isEmpty()) {
            return new VerdictReport.Rollback(tookMs, 0, 0);
        }
        History history = facts.history();
        LedgerRows ledger = facts.ledger(dumps.getFirst());
        long acknowledged = 0;
        long lost = 0;
        for (int i = 0; i < history.size(); i++) {
            if (RollbackComplete.owes(history, i, ledger.dump())) {
                acknowledged++;
                lost += ledger.times(i) == 0 ? 1 : 0;
            }
        }
        return new VerdictReport.Rollback(tookMs, acknowledged, lost);
    }

    private VerdictReport.Hold hold() {
        Distribution holdMs = new Distribution();
        long aborts = 0;
        for (Event event : evidence.events()) {
            if (event.is("routing", "effective") && event.fields().get("moves") instanceof List<?> moves) {
                for (Object move : moves) {
                    holdMs.add(number(move, "holdMs"));
                    aborts += Math.max(0, (long) finite(number(move, "attempts")) - 1);
                }
            }
        }
        VerdictReport.Spread spread = holdMs.spread();
        return new VerdictReport.Hold(holdMs.size(), spread.p50Ms(), spread.p99Ms(), spread.maxMs(), aborts);
    }

    private VerdictReport.Spread lag(String direction) {
        Distribution lagMs = new Distribution();
        for (Event event : evidence.events()) {
            if (event.kind().equals("sample")) {
                lagMs.add(number(event.fields().get("lagMs"), direction));
            }
        }
        return lagMs.spread();
    }

    private VerdictReport.Comparisons comparisons() {
        Map<String, Object> found = evidence.comparisons();
        Map<String, Object> dropped = new LinkedHashMap<>();
        if (found.get("dropped") instanceof Map<?, ?> reasons) {
            reasons.forEach((reason, count) -> dropped.put(String.valueOf(reason), (long) finite(asNumber(count))));
        }
        return new VerdictReport.Comparisons(
                whole(found, "eligible"),
                whole(found, "compared"),
                whole(found, "equal"),
                whole(found, "different"),
                dropped);
    }

    private VerdictReport.Injector injector() {
        Map<String, Object> found = evidence.injector();
        return new VerdictReport.Injector(
                whole(found, "plannedSessions"),
                whole(found, "startedSessions"),
                finite(number(found, "startLagP99Ms")),
                finite(number(found, "plannedPerSecond")),
                finite(number(found, "achievedPerSecond")));
    }

    private VerdictReport.Environment environment() {
        return new VerdictReport.Environment(evidence.events().stream()
                .filter(event -> event.is("step", "end") && event.text("step").startsWith("environment"))
                .mapToDouble(event -> finite(event.number("tookMs")))
                .findFirst()
                .orElse(0));
    }

    private double sampled(String field) {
        return evidence.events().stream()
                .filter(event -> event.kind().equals("sample"))
                .mapToDouble(event -> event.number(field))
                .filter(Double::isFinite)
                .average()
                .orElse(0);
    }

    private static long whole(Map<String, Object> fields, String field) {
        return (long) finite(number(fields, field));
    }

    private static double number(@Nullable Object fields, String field) {
        return fields instanceof Map<?, ?> map ? asNumber(map.get(field)) : Double.NaN;
    }

    private static double asNumber(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
