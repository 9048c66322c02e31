package dev.cutover.scenarios.cli;

import dev.cutover.environment.Environment;
import dev.cutover.environment.running.FileTree;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.event.ContainerEvent;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.ProcessEvent;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.trial.Client;
import dev.cutover.rehearse.trial.Examination;
import dev.cutover.rehearse.trial.Trial;
import dev.cutover.rehearse.trial.Trials;
import dev.cutover.scenarios.load.SingleClient;
import dev.cutover.scenarios.stage.Assembly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Starts a plan's systems, tries every part of the plan once, and leaves nothing behind. */
record PlanExamination(Assembly assembly, YamlFile written, Trials trials) {

    /**
     * Returns when all is tried and everything has stopped.
     *
     * @throws InterruptedException when asked to stop; everything has stopped then, too
     */
    void run() throws IOException, InterruptedException {
        // Beside the cache, so that a database's files need not be copied from disk to disk.
        Path place = Files.createDirectories(Home.cache()).resolveSibling("");
        RunDirectory run = new RunDirectory(Files.createTempDirectory(place, "doctor-"));
        try {
            for (Path directory : new Path[] {run.journal(), run.observed(), run.logs(), run.work()}) {
                Files.createDirectories(directory);
            }
            examine(run);
        } finally {
            boolean interrupted = Thread.interrupted(); // an interrupted thread could not delete files
            FileTree.delete(run.root());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void examine(RunDirectory run) throws IOException, InterruptedException {
        Set<String> ready = new ConcurrentSkipListSet<>();
        try (EventLog events = FileEventLog.open(run.events(), entry -> note(entry.event(), ready))) {
            Parts parts = start(run, events, ready);
            if (parts != null) {
                try (Environment environment = parts.environment()) {
                    new Examination(assembly.plan(), parts, run, events, trials)
                            .run(() -> client(run, environment, parts.seed()));
                }
            }
        }
    }

    private static void note(Event event, Set<String> ready) {
        switch (event) {
            case ProcessEvent.Ready component -> ready.add(component.component());
            case ContainerEvent.Ready component -> ready.add(component.component());
            default -> {}
        }
    }

    private Parts start(RunDirectory run, EventLog events, Set<String> ready) {
        try {
            Parts parts = assembly.assemble(run, events);
            trials.ok("components", "all are ready: " + String.join(", ", ready));
            return parts;
        } catch (EnvironmentException e) {
            trials.wrong(
                    "components",
                    String.valueOf(e.getMessage()),
                    "correct its command, its 'ready' or what it is told in the environment file",
                    "environment");
            return null;
        }
    }

    private Client client(RunDirectory run, Environment environment, long seed) {
        Plan plan = assembly.plan();
        Link target = environment.links().stream()
                .filter(link -> link.name().equals(plan.load().target()))
                .findFirst()
                .orElseThrow();
        URI to = URI.create("http://" + environment.direct(target.server(), target.port()));
        return new SingleClient(to, plan.load(), plan.keys(run), seed);
    }
}
