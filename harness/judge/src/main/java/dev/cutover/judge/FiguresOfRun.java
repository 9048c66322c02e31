package dev.cutover.judge;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.hazard.Unheard;
import dev.cutover.judge.property.Due;
import dev.cutover.judge.property.RollbackComplete;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.Sample;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.verdict.VerdictReport;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Computes the figures of a run from its evidence; what was not measured is absent. */
final class FiguresOfRun {
    private final Facts facts;
    private final Evidence evidence;

    private FiguresOfRun(Facts facts) {
        this.facts = facts;
        this.evidence = facts.evidence();
    }

    static VerdictReport.Figures of(Facts facts) {
        FiguresOfRun figures = new FiguresOfRun(facts);
        return new VerdictReport.Figures(
                figures.operations(),
                figures.rollback(),
                figures.hold(),
                new VerdictReport.Lag(figures.lag(Sample.Lag::oldToNew), figures.lag(Sample.Lag::newToOld)),
                figures.evidence.comparisons(),
                figures.injector(),
                new VerdictReport.Environment(figures.environmentUpMs()),
                new VerdictReport.Machine(figures.mean(Sample::busy), figures.mean(Sample::stolen)));
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
        Double perSecond = total > 1 && last > first ? total / ((last - first) / 1e9) : null;
        return new VerdictReport.Operations(
                total, ok, refused, total - ok - refused, Unheard.applied(facts), perSecond);
    }

    /** The first rollback that was declared complete. */
    private VerdictReport.@Nullable Rollback rollback() {
        RoutingEvent.Effective declared = evidence.events(RoutingEvent.Effective.class)
                .filter(RoutingEvent.Effective::rollback)
                .findFirst()
                .orElse(null);
        if (declared == null) {
            return null;
        }
        return evidence.dump(facts.obligations().rollbackSystem(), "rollback")
                .filter(dump -> dump.complete() && evidence.has(EvidencePart.JOURNAL) && facts.distinct())
                .map(dump -> rollback(declared.tookMs(), dump))
                .orElseGet(() -> new VerdictReport.Rollback(declared.tookMs(), null, null));
    }

    private VerdictReport.Rollback rollback(double tookMs, StateDump dump) {
        History history = facts.history();
        BitSet due = new BitSet();
        BitSet lost = new BitSet();
        new Due(facts, dump)
                .look(
                        operation -> RollbackComplete.due(history, operation, dump),
                        (operation, table, absence, kept) -> {
                            due.set(operation);
                            lost.set(operation, lost.get(operation) || !kept);
                        });
        return new VerdictReport.Rollback(tookMs, (long) due.cardinality(), (long) lost.cardinality());
    }

    private VerdictReport.@Nullable Hold hold() {
        List<RoutingEvent.Move> moves = evidence.events(RoutingEvent.Effective.class)
                .flatMap(change -> change.moves().stream())
                .toList();
        if (moves.isEmpty()) {
            return null;
        }
        Distribution holdMs = new Distribution();
        long aborts = 0;
        for (RoutingEvent.Move move : moves) {
            holdMs.add(move.holdMs());
            aborts += move.attempts() == null ? 0 : Math.max(0, move.attempts() - 1);
        }
        return new VerdictReport.Hold(moves.size(), holdMs.spread(), aborts);
    }

    private VerdictReport.@Nullable Spread lag(Function<Sample.Lag, @Nullable Double> direction) {
        Distribution lagMs = new Distribution();
        evidence.events(Sample.class).forEach(sample -> lagMs.add(direction.apply(sample.lagMs())));
        return lagMs.spread();
    }

    private VerdictReport.@Nullable Injector injector() {
        InjectorHealth health = evidence.injector();
        return health == null
                ? null
                : new VerdictReport.Injector(
                        health.plannedSessions(),
                        health.startedSessions(),
                        health.startLag() == null ? null : health.startLag().p99Ms(),
                        health.plannedPerSecond(),
                        health.achievedPerSecond());
    }

    private @Nullable Double environmentUpMs() {
        return evidence.events(StepEvent.Ended.class)
                .filter(step -> step.step() == Step.ENVIRONMENT)
                .map(StepEvent.Ended::tookMs)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Double mean(Function<Sample, @Nullable Double> figure) {
        Distribution values = new Distribution();
        evidence.events(Sample.class).forEach(sample -> values.add(figure.apply(sample)));
        return values.mean();
    }
}
