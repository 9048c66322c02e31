package dev.cutover.scenarios.cli;

import dev.cutover.environment.Environment;
import dev.cutover.environment.running.FileTree;
import dev.cutover.environment.spec.Link;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.plan.Plan;
import dev.cutover.rehearse.trial.Client;
import dev.cutover.rehearse.trial.Down;
import dev.cutover.rehearse.trial.Examination;
import dev.cutover.rehearse.trial.Trials;
import dev.cutover.scenarios.load.SingleClient;
import dev.cutover.scenarios.stage.Assembly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts a plan's systems, tries every part of the plan once, and leaves nothing behind. */
record PlanExamination(Assembly assembly, Trials trials) {

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
        var start = new StartTrials(assembly, trials);
        try (EventLog events = FileEventLog.open(run.events(), start)) {
            Parts parts = start.start(run, events);
            try (Environment environment = parts.environment()) {
                Down down = start.tell();
                new Examination(assembly.plan(), parts, down, run, events, trials)
                        .run(target(environment).server(), () -> client(run, environment, parts.seed()));
            }
        }
    }

    private Link target(Environment environment) {
        return link(environment, assembly.plan().load().target());
    }

    private static Link link(Environment environment, String name) {
        return environment.links().stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Past the proxies: they are proven by themselves, and in containers nobody but the components reaches them. */
    private Client client(RunDirectory run, Environment environment, long seed) {
        Plan plan = assembly.plan();
        Link target = target(environment);
        URI to = URI.create(environment.origin(target.server(), target.port()));
        Optional<String> broker = plan.load().publish().stream()
                .map(publish -> link(environment, publish.link()))
                .map(link -> environment.direct(link.server(), link.port()).toString())
                .findFirst();
        return new SingleClient(to, broker, plan.load(), plan.keys(run), seed);
    }
}
