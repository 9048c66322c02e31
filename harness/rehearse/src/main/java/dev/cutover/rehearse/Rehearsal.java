package dev.cutover.rehearse;

import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.record.journal.JournalTail;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays a plan from top to bottom and leaves the evidence in the run directory. It does not judge. It begins before its environment is
 * started and is closed after that was stopped, so that the first and the last line of a run are written here and nowhere else.
 */
public final class Rehearsal implements AutoCloseable {

    private static final long FULL = 8 << 20;

    private final Plan plan;
    private final RunDirectory run;
    private final EventLog events;
    private boolean whole;

    private Rehearsal(Plan plan, RunDirectory run, EventLog events) {
        this.plan = plan;
        this.run = run;
        this.events = events;
    }

    /** Records that the run begins. */
    public static Rehearsal begin(Plan plan, RunDirectory run, EventLog events) {
        events.record(new RunEvent.Started());
        return new Rehearsal(plan, run, events);
    }

    /**
     * Runs the plan. A bridge that refuses, or an injector that dies, ends the phases early; the rest is still brought to rest and observed.
     *
     * @throws InterruptedException when asked to stop; faults are healed, the load has ended, and the thread is interrupted still, so that
     *     its environment is stopped at once
     */
    public void play(Parts parts) throws InterruptedException {
        try {
            playAll(parts);
            whole = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                var interrupted = new InterruptedException("while it was stopped: " + e.getMessage());
                interrupted.initCause(e);
                throw interrupted;
            }
            throw e;
        }
    }

    private void playAll(Parts parts) throws InterruptedException {
        Controls controls = Controls.of(plan.control(), parts, parts.seed());
        Observer observer = new Observer(run, plan, parts, events);
        observer.observeInitial();
        KeyList.write(plan, parts.databases(), run, parts.texts());
        heedInterruption();
        try (RepeatedTotals totals = RepeatedTotals.of(plan.observe(), parts.databases(), run, events);
                Background background = new Background(plan.control(), controls, events)) {
            totals.start();
            drive(parts, controls, observer, background);
            heedInterruption();
            quiesce(new Sentinels(parts, events), new Drains(controls, events), background);
        }
        heedInterruption();
        TimedStep.of(Step.OBSERVE, events, () -> {
            observer.observeFinal();
            heedInterruption();
            observer.observeEffects();
            if (parts.broker().present()) {
                observer.observeTopics();
            }
            observer.observeStreams();
            if (plan.deadLetters().isPresent()) {
                observer.observeDeadLetters();
            }
            heedInterruption();
            if (controls.inForce().mode() == RoutingMode.DUAL) {
                observer.observeComparisons(controls);
            }
            return "the final state of every system, and what else the plan reads";
        });
        heedInterruption();
    }

    /** Steps that answer an interruption only by ending early must not be followed by the next. */
    private static void heedInterruption() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whatever happens to the load, faults are healed before it is stopped: what it still waits for can come then. */
    private void drive(Parts parts, Controls controls, Observer observer, Background background)
            throws InterruptedException {
        try (LoadControl load = parts.load()) {
            JournalControl journal = JournalControl.open(load.journal());
            try {
                TimedStep.of(Step.LOAD, events, () -> {
                    load.start();
                    background.start();
                    return "warmed up and sending";
                });
                playPhases(parts, journal, new PhaseRunner(parts, controls, observer, events), controls);
            } finally {
                try {
                    parts.faults().healAll();
                } finally {
                    load.stop();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot use the journal " + parts.load().journal(), e);
        }
    }

    private void playPhases(Parts parts, JournalControl journal, PhaseRunner runner, Controls controls)
            throws IOException, InterruptedException {
        try (JournalTail tail = JournalTail.open(parts.load().journal());
                Sampler sampler = new Sampler(
                        tail,
                        controls.lag(),
                        controls.activation(parts.activated(), events),
                        parts.processors(),
                        events)) {
            List<PhaseSpec> phases = plan.phases();
            for (int index = 0; index < phases.size(); index++) {
                journal.phase(index);
                sampler.phase(phases.get(index).name());
                runner.play(phases.get(index), index);
            }
            events.record(new PlanEvent.Completed());
        } catch (RehearsalException e) {
            refuseIfDiskIsFull(e);
            events.record(new PlanEvent.EndedEarly(
                    String.valueOf(e.getMessage()), parts.load().alive()));
        }
    }

    /** Whatever failed first: on a full disk the components and the injector fail, too, and none of them can say why. */
    private void refuseIfDiskIsFull(RehearsalException cause) {
        try {
            if (Files.getFileStore(run.root()).getUsableSpace() < FULL) {
                throw new RehearsalException("the disk that holds " + run.root() + " is full", cause);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the disk of " + run.root(), e);
        }
    }

    /** What is not at rest is recorded, and makes the run inconclusive. */
    private void quiesce(Sentinels sentinels, Drains drains, Background background) throws InterruptedException {
        long begin = System.nanoTime();
        events.record(new StepEvent.Began(Step.QUIESCE));
        String wrong = notAtRest(sentinels, drains, background);
        double tookMs = (System.nanoTime() - begin) / 1_000_000.0;
        events.record(
                wrong.isEmpty()
                        ? new StepEvent.Ended(Step.QUIESCE, tookMs, shown())
                        : new StepEvent.Failed(Step.QUIESCE, tookMs, wrong));
    }

    private String shown() {
        return plan.sentinels().isEmpty() ? "drained, as the plan claims" : "all sentinels crossed";
    }

    /** Why it is not; empty if it is. All is tried, so that all is recorded. */
    private String notAtRest(Sentinels sentinels, Drains drains, Background background) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        if (plan.sentinels().isEmpty() && plan.control().drained().isEmpty()) {
            wrong.add("the plan has neither sentinels nor 'control.drained', so nothing shows that all has come out");
        }
        if (!sentinels.cross(plan.sentinels(), plan.control().within())) {
            wrong.add("not all sentinels crossed");
        }
        if (!drains.hold(plan.control().drained())) {
            wrong.add("not drained, as the plan claims it");
        }
        List<String> failed = background.end();
        if (!failed.isEmpty()) {
            wrong.add("the last run in the background failed, and so did one more: " + String.join(", ", failed));
        }
        return String.join("; ", wrong);
    }

    /**
     * Saves what there is, when the environment has stopped. The last line says {@code ended} if the run was played and observed,
     * {@code interrupted} if somebody stopped it before; a run that broke off has neither.
     */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // an interrupted thread could not read files
        try {
            if (whole) {
                events.record(new RunEvent.Ended());
            } else if (interrupted) {
                events.record(new RunEvent.Interrupted());
            }
            Checksums.write(run);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the checksums of " + run.root(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
