package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.journal.JournalControl;
import dev.cutover.record.journal.JournalTail;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Plays a plan from top to bottom and leaves the evidence in the run directory. It does not judge. */
public final class Rehearsal {

    private static final long FULL = 8 << 20;

    private final Plan plan;
    private final RunDirectory run;
    private final EventLog events;
    private final Progress progress;
    private final Stage stage;

    public Rehearsal(Plan plan, RunDirectory run, EventLog events, Progress progress, Stage stage) {
        this.plan = plan;
        this.run = run;
        this.events = events;
        this.progress = progress;
        this.stage = stage;
    }

    /**
     * Runs the plan. A bridge that refuses, or an injector that dies, ends the phases early; the rest is still brought to rest and observed.
     *
     * @param last told when everything is observed and the environment still runs
     * @throws InterruptedException when asked to stop; faults are healed and everything is stopped by then
     */
    public void play(Last last) throws InterruptedException {
        events.record(new RunEvent.Started());
        progress.step("environment: starting all components");
        try (Environment environment = stage.raise()) {
            playIn(environment, last);
        } catch (InterruptedException e) {
            events.record(new RunEvent.Interrupted());
            throw e;
        }
    }

    private void playIn(Environment environment, Last last) throws InterruptedException {
        try {
            var observer = new Observer(run, plan.observe(), environment, events);
            observer.observeInitial();
            drive(environment, observer);
            heedInterruption();
            var sentinels = new Sentinels(environment, events);
            new Quiescence(events, progress, sentinels, observer).prove(plan.sentinels());
            heedInterruption();
            observer.observeTopics();
            observer.observeComparisons(routing(environment));
            last.with(environment);
            progress.step("environment: stopping");
        } catch (InterruptedException e) {
            // An interrupted thread stops the environment at once.
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    /** Steps that answer an interruption only by ending early must not be followed by the next. */
    private static void heedInterruption() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** What may be done with an environment before it is stopped. */
    public interface Last {
        void with(Environment environment) throws InterruptedException;
    }

    private void drive(Environment environment, Observer observer) throws InterruptedException {
        progress.step("load: warming up");
        Path journal = run.journal().resolve("injector-1.slots");
        try (LoadControl load = stage.load(environment)) {
            JournalControl control = JournalControl.open(journal);
            FaultControl faults = stage.faults(environment, control::faultMask);
            load.start();
            try (JournalTail tail = JournalTail.open(journal);
                    Sampler sampler = new Sampler(tail, lagProbe(environment), events, progress)) {
                playPhases(environment, observer, control, faults, load, sampler);
            } finally {
                faults.healAll();
                load.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the journal " + journal, e);
        }
    }

    private void playPhases(
            Environment environment,
            Observer observer,
            JournalControl control,
            FaultControl faults,
            LoadControl load,
            Sampler sampler)
            throws InterruptedException {
        var runner = new PhaseRunner(
                events, progress, control, faults, routing(environment), bootstrap(environment), load, observer);
        List<PhaseSpec> phases = plan.phases();
        try {
            for (int index = 0; index < phases.size(); index++) {
                PhaseSpec phase = phases.get(index);
                sampler.phase(phase.name());
                progress.phase(phase.name(), index, phases.size(), left(phases.subList(index, phases.size())));
                runner.play(phase, index);
            }
            events.record(new PlanEvent.Completed());
        } catch (RehearsalException e) {
            refuseIfDiskIsFull(e);
            progress.note("the plan ends early: " + e.getMessage());
            events.record(new PlanEvent.EndedEarly(String.valueOf(e.getMessage()), load.alive()));
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

    private static Duration left(List<PhaseSpec> phases) {
        return phases.stream()
                .map(phase -> phase.routeAfter().plus(phase.hold()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private RoutingControl routing(Environment environment) {
        var endpoint = plan.control().routing();
        return new RoutingControl(
                environment.direct(endpoint.component(), endpoint.port()),
                plan.control().token(),
                plan.control().within());
    }

    private BootstrapControl bootstrap(Environment environment) {
        var endpoint = plan.control().bootstrap();
        return new BootstrapControl(
                environment.direct(endpoint.component(), endpoint.port()),
                plan.control().within());
    }

    private LagProbe lagProbe(Environment environment) {
        var endpoint = plan.control().bootstrap();
        return new LagProbe(environment.direct(endpoint.component(), endpoint.port()));
    }
}
