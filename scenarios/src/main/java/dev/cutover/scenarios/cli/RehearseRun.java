package dev.cutover.scenarios.cli;

import dev.cutover.environment.Environment;
import dev.cutover.environment.process.OwnNetwork;
import dev.cutover.judge.facts.Capabilities;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.Rehearsal;
import dev.cutover.reports.Reports;
import dev.cutover.scenarios.stage.Assembly;
import dev.cutover.scenarios.stage.BrokenBridge;
import dev.cutover.scenarios.stage.RuntimeChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * One rehearsal from plan to verdict.
 *
 * @param replay the command that runs it again
 */
record RehearseRun(Assembly assembly, String replay, Path runs, boolean keep, boolean terminal) {

    /**
     * A run that was judged.
     *
     * @param code the exit code
     */
    record Judged(RunDirectory run, int code) {}

    Judged run(PrintWriter out) throws IOException {
        try (var interruption = new Interruption()) {
            RunDirectory run = Runs.create(runs, assembly.plan().name(), assembly.seed());
            out.printf(
                    "plan %s, bridge %s, seed %d, runtime %s: %s%n",
                    assembly.plan().name(),
                    assembly.bridgeName(),
                    assembly.seed(),
                    assembly.choice().name(),
                    assembly.choice().reason());
            if (assembly.choice().name() == RuntimeChoice.Name.PROCESSES) {
                out.println("processes are " + OwnNetwork.look().text());
            }
            out.println("run directory " + run.root());
            RunManifest.write(run, assembly, replay);
            Possible.lines(assembly.plan().load(), Capabilities.of(Manifest.read(run)))
                    .forEach(out::println);
            out.flush();
            try {
                play(run, out);
            } catch (InterruptedException e) {
                forgetInterrupt(); // what is left to do must not be disturbed by it
            } catch (RuntimeException e) {
                // Once it is being ended, whatever fails says nothing.
                if (!interruption.requested()) {
                    throw e;
                }
                forgetInterrupt();
            }
            return new Judged(run, interruption.finish(judge(run, out)));
        }
    }

    private void play(RunDirectory run, PrintWriter out) throws IOException, InterruptedException {
        var progress = new TerminalProgress(assembly.plan(), new Left(run), out, terminal);
        try (EventLog events = FileEventLog.open(run.events(), progress)) {
            assembly.prepareCaches(run, out);
            try (Rehearsal rehearsal = Rehearsal.begin(assembly.plan(), run, events)) {
                Parts parts = assembly.assemble(run, events);
                try (Environment environment = parts.environment()) {
                    rehearsal.play(parts);
                    if (keep) {
                        keepUp(environment, out);
                    }
                }
            }
        }
        forgetInterrupt();
    }

    private static void forgetInterrupt() {
        boolean unused = Thread.interrupted();
    }

    /** Returns when it is interrupted, which is how a kept run is meant to end. */
    private static void keepUp(Environment environment, PrintWriter out) {
        out.println(
                "everything is observed. The environment stays up until Ctrl-C; only then is the run saved and judged"
                        + " (one that is killed before is INCONCLUSIVE). Links:");
        environment.links().forEach(link -> out.printf("  %-18s %s%n", link.name(), environment.proxy(link.name())));
        out.println("the password of user postgres, where that is asked for: " + environment.databasePassword());
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the environment is stopped at once
        }
    }

    private int judge(RunDirectory run, PrintWriter out) throws IOException {
        Judgement judgement = Judgement.of(run);
        Reports.write(run);
        int code = judgement.print(out);
        assembly.bridge().ifPresent(broken -> tell(broken, judgement.report(), out));
        out.println("report:  " + run.report());
        out.flush();
        return code;
    }

    /** Whether the verdict is the one that is expected of a broken bridge, or of each of several. */
    private static void tell(BrokenBridge broken, VerdictReport report, PrintWriter out) {
        broken.outcomes(report).forEach(outcome -> out.println("bridge:  " + outcome.text()));
        broken.ofOthers(report)
                .map(BrokenBridge.Outcome::failed)
                .filter(failed -> !failed.isEmpty())
                .ifPresent(failed -> out.println(
                        "bridge:  NOT as expected of keys without a defect: accused by " + String.join(", ", failed)));
    }
}
