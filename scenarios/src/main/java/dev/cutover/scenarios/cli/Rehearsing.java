package dev.cutover.scenarios.cli;

import dev.cutover.environment.Environment;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Progress;
import dev.cutover.rehearse.Rehearsal;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.reports.Reports;
import dev.cutover.scenarios.stage.BrokenBridge;
import dev.cutover.scenarios.stage.RuntimeChoice;
import dev.cutover.scenarios.stage.RuntimeStage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** One rehearsal from plan to verdict. */
record Rehearsing(
        Plan plan,
        Optional<BrokenBridge> bridge,
        long seed,
        RuntimeChoice runtime,
        Path runs,
        boolean keep,
        Progress progress) {

    int run(PrintWriter out) throws IOException {
        try (var interruption = new Interruption()) {
            RunDirectory run = Runs.create(runs, plan.name(), seed);
            out.printf(
                    "plan %s, bridge %s, seed %d, runtime %s: %s%n",
                    plan.name(), bridgeName(), seed, runtime.name(), runtime.reason());
            out.println("run directory " + run.root());
            out.flush();
            play(run, out, interruption);
            return interruption.finish(judge(run, out));
        }
    }

    private void play(RunDirectory run, PrintWriter out, Interruption interruption) throws IOException {
        RunManifest.write(run, plan, bridgeName(), seed, runtime.name().toString());
        try (EventLog events = FileEventLog.open(run.events(), new FaultNotes(progress))) {
            var stage = new RuntimeStage(plan, bridge, seed, run, events, Home.path(), runtime, progress);
            try {
                new Rehearsal(plan, run, events, progress, stage).play(environment -> kept(environment, out));
            } catch (InterruptedException e) {
                interrupted();
            } catch (RuntimeException e) {
                if (!interruption.requested()) {
                    throw e;
                }
                interrupted();
            }
            events.record(new RunEvent.Ended());
        }
        Checksums.write(run);
    }

    /** Forgets the interrupt: what is left to do must not be disturbed by it. */
    private void interrupted() {
        boolean unused = Thread.interrupted();
        progress.note("interrupted: everything is healed and stopped; judging what there is");
    }

    private int judge(RunDirectory run, PrintWriter out) throws IOException {
        Judgement judgement = Judgement.of(run);
        Reports.write(run);
        int code = judgement.print(out);
        out.println("report:  " + run.report());
        out.flush();
        return code;
    }

    private void kept(Environment environment, PrintWriter out) throws InterruptedException {
        if (!keep) {
            return;
        }
        out.println("the environment stays up until Ctrl-C; then the run is judged. Links:");
        environment.links().forEach(link -> out.printf("  %-18s %s%n", link.name(), environment.proxy(link.name())));
        out.flush();
        new CountDownLatch(1).await();
    }

    private String bridgeName() {
        return bridge.map(BrokenBridge::name).orElse("reference");
    }
}
