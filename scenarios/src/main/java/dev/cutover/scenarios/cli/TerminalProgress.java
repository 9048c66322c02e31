package dev.cutover.scenarios.cli;

import dev.cutover.record.event.BackgroundEvent;
import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.ContainerEvent;
import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.Drained;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.Isolated;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Observed;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.ProcessEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.Sample;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows a rehearsal to a person who watches its event log: one living line on a terminal, a line every five seconds in a log. */
final class TerminalProgress implements Consumer<LogEntry> {

    private static final int LOG_EVERY = 5;
    private static final String CLEAR = "\r\u001b[K";

    private final List<PhaseSpec> phases;
    private final Left left;
    private final PrintWriter out;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private long loadEndsNs;
    private int samples;

    TerminalProgress(Plan plan, Left left, PrintWriter out, boolean terminal) {
        this.phases = plan.phases();
        this.left = left;
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(LogEntry entry) {
        switch (entry.event()) {
            case Sample sample -> sample(sample);
            case PhaseEvent.Began phase -> begin(phase);
            case PhaseEvent.Ended unused -> {}
            case StepEvent step -> step(step);
            case RoutingEvent routing -> routing(routing);
            case FaultEvent fault -> fault(fault);
            case PlanEvent.EndedEarly early -> note("the plan ends early: " + early.detail());
            case PlanEvent.Completed unused -> {}
            case RunEvent.Interrupted unused -> note(left.sentence());
            case RunEvent.Started unused -> {}
            case RunEvent.Ended unused -> {}
            case SentinelEvent sentinel -> sentinel(sentinel);
            case CanaryEvent canary -> note("planted difference: " + canary.detail());
            case Drained drained -> drained(drained);
            case BackgroundEvent.Failed failed ->
                note("background %s failed: %s".formatted(failed.steps(), failed.detail()));
            case BackgroundEvent.Ended unused -> {}
            case Observed observed -> observed(observed);
            case ProcessEvent unused -> {}
            case ContainerEvent unused -> {}
            case Isolated unused -> {}
            case DefectEvent unused -> {}
        }
    }

    private void begin(PhaseEvent.Began phase) {
        Duration left = phases.stream()
                .skip(phase.index())
                .map(next -> next.routeAfter().plus(next.hold()))
                .reduce(Duration.ZERO, Duration::plus);
        loadEndsNs = System.nanoTime() + left.toNanos();
        line("[%d/%d] %s".formatted(phase.index() + 1, phases.size(), phase.phase()));
    }

    private void step(StepEvent step) {
        switch (step) {
            case StepEvent.Began began -> note(began.step().text() + ": " + meaning(began.step()));
            case StepEvent.Ended ended ->
                note("%s done after %.1f s: %s".formatted(ended.step().text(), ended.tookMs() / 1_000, ended.detail()));
            case StepEvent.Failed failed -> note(failed.step().text() + " failed: " + failed.detail());
        }
    }

    private static String meaning(Step step) {
        return switch (step) {
            case ENVIRONMENT -> "starting all components";
            case LOAD -> "warming up";
            case BOOTSTRAP -> "copying what old has to new";
            case QUIESCE -> "waiting until everything has come out";
            case OBSERVE -> "final state of every system; then the environment is stopped";
        };
    }

    private void routing(RoutingEvent routing) {
        String asked = RoutingEvent.describe(routing.mode(), routing.newShare());
        switch (routing) {
            case RoutingEvent.Requested unused -> {}
            case RoutingEvent.Effective now ->
                note("routing %s in force after %.2f s%s".formatted(asked, now.tookMs() / 1_000, moved(now.moved())));
            case RoutingEvent.Refused refused -> note("routing %s refused: %s".formatted(asked, refused.detail()));
        }
    }

    private static String moved(@Nullable Long moved) {
        return moved == null || moved == 0 ? "" : ", " + moved + (moved == 1 ? " bucket move" : " bucket moves");
    }

    private void fault(FaultEvent fault) {
        switch (fault) {
            case FaultEvent.Intended unused -> {}
            case FaultEvent.Injected unused -> {}
            case FaultEvent.Verified seen -> fault(seen, "verified");
            case FaultEvent.NotVerified seen -> fault(seen, "not verified: " + seen.evidence());
            case FaultEvent.Healed seen -> fault(seen, "healed");
            case FaultEvent.HealFailed seen -> fault(seen, "not healed: " + seen.evidence());
        }
    }

    private void fault(FaultEvent fault, String what) {
        note("fault %s on %s: %s".formatted(fault.fault(), fault.target(), what));
    }

    private void sentinel(SentinelEvent sentinel) {
        if (!sentinel.crossed()) {
            note("the sentinel of %s did not cross: %s".formatted(sentinel.stream(), sentinel.reason()));
        }
    }

    private void drained(Drained drained) {
        if (!drained.held()) {
            note("not drained: %s: %s".formatted(drained.steps(), drained.reason()));
        }
    }

    private void observed(Observed observed) {
        if (!observed.complete()) {
            note("not read: %s: %s".formatted(observed.name(), observed.reason()));
        }
    }

    private void note(String text) {
        line("      " + text);
    }

    private void sample(Sample sample) {
        samples++;
        String text = "      %-15s %4d op/s  refused %d  unknown %d  p50 %s  p99 %s  lag %s %s  %sabout %d s left"
                .formatted(
                        sample.phase(),
                        sample.operations(),
                        sample.refused(),
                        sample.unknown(),
                        milliseconds(sample.p50Ms()),
                        milliseconds(sample.p99Ms()),
                        "→" + milliseconds(sample.lagMs().oldToNew()),
                        "←" + milliseconds(sample.lagMs().newToOld()),
                        processors(sample),
                        Math.max(0, (loadEndsNs - System.nanoTime()) / 1_000_000_000));
        if (terminal) {
            out.print(CLEAR + text);
            out.flush();
        } else if (samples % LOG_EVERY == 0) {
            line(text);
        }
    }

    private static String milliseconds(@Nullable Double ms) {
        return ms == null ? "–" : "%.0f ms".formatted(ms);
    }

    private static String processors(Sample sample) {
        Double busy = sample.busy();
        return busy == null ? "" : "cpu %.0f %%  ".formatted(busy * 100);
    }

    private void line(String text) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println((terminal ? CLEAR : "") + "%6.1f s %s".formatted(seconds, text));
        out.flush();
    }
}
