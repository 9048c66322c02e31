package dev.cutover.scenarios.cli;

import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.record.event.ContainerEvent;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.ProcessEvent;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.plan.ResolvedPlan;
import dev.cutover.rehearse.trial.Down;
import dev.cutover.rehearse.trial.Trial;
import dev.cutover.rehearse.trial.Trials;
import dev.cutover.scenarios.stage.Assembly;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Whether each component starts and gets ready. It is told while they start, by several threads, and tells when they have. */
final class StartTrials implements EnvironmentStart.Failures, Consumer<LogEntry> {

    private final Assembly assembly;
    private final Trials trials;
    private final Map<String, Double> readyMs = new ConcurrentHashMap<>();
    private final Map<String, String> failed = new ConcurrentHashMap<>();
    private final Map<String, String> notStarted = new ConcurrentHashMap<>();

    StartTrials(Assembly assembly, Trials trials) {
        this.assembly = assembly;
        this.trials = trials;
    }

    Parts start(RunDirectory run, EventLog events) {
        return assembly.assembleWhatCan(run, events, this);
    }

    @Override
    public void accept(LogEntry entry) {
        switch (entry.event()) {
            case ProcessEvent.Ready ready -> readyMs.put(ready.component(), ready.tookMs());
            case ContainerEvent.Ready ready -> readyMs.put(ready.component(), ready.tookMs());
            default -> {}
        }
    }

    @Override
    public void failed(String component, String message) {
        failed.put(component, message.replaceAll("(last lines of its log) \\S+:", "$1:")); // it is gone afterwards
    }

    @Override
    public void notStarted(String component, String since) {
        notStarted.put(component, "component " + since + " is not up, which it comes after");
    }

    /** Tells how each came up; returns those that did not. */
    Down tell() {
        ResolvedPlan read = assembly.resolved();
        YamlFile environment =
                YamlFile.read(read.file().resolveSibling(read.plan().environment()));
        for (String component : read.environment().components().keySet()) {
            String what = "component " + component;
            if (failed.containsKey(component)) {
                Problem there = environment.problem("", "components", component);
                trials.add(Trial.wrong(
                        what,
                        String.valueOf(failed.get(component)),
                        "correct its command, its 'ready', or what it is told; its log says why it did not come up",
                        there.file() + ":" + there.line()));
            } else if (notStarted.containsKey(component)) {
                trials.notTried(what, String.valueOf(notStarted.get(component)));
            } else {
                trials.ok(what, "ready after %.1f s".formatted(readyMs.getOrDefault(component, 0.0) / 1_000));
            }
        }
        Set<String> down = new HashSet<>(failed.keySet());
        down.addAll(notStarted.keySet());
        return new Down(down);
    }
}
