package dev.cutover.reports.show;

import dev.cutover.reports.reading.FaultRecord;
import dev.cutover.reports.reading.Json;
import dev.cutover.reports.reading.LoggedEvent;
import dev.cutover.reports.reading.Phase;
import dev.cutover.reports.reading.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run has and has not shown, taken from what happened in it. */
public final class Coverage {
    private Coverage() {}

    public static List<String> rehearsed(RunRecord run) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Phases: " + joined(run.phases().stream().map(Phase::name).toList()));
        sentences.add("Routing: " + joined(effectiveModes(run)));
        sentences.add("Faults proven active: "
                + joined(run.faults().stream()
                        .filter(FaultRecord::proven)
                        .map(Coverage::named)
                        .toList()));
        sentences.add("Kinds of operations: "
                + joined(run.manifest().list("kinds").stream()
                        .map(kind -> kind.text("name"))
                        .toList()));
        Json injector = run.figures().at("injector");
        sentences.add("Load: " + Show.rate(injector.number("achievedPerSecond")) + " of "
                + Show.rate(injector.number("plannedPerSecond")) + " planned, "
                + Show.count(injector.count("startedSessions")) + " sessions, late by "
                + Show.millis(injector.number("startLagP99Ms")) + " at p99");
        sentences.add("Streams proven drained: "
                + joined(run.events("sentinel").stream()
                        .filter(sentinel -> sentinel.line().flag("crossed").orElse(false))
                        .map(sentinel -> sentinel.text("stream"))
                        .toList()));
        return sentences;
    }

    public static List<String> notRehearsed(RunRecord run) {
        List<String> sentences = new ArrayList<>();
        Set<String> broken = run.faults().stream()
                .filter(FaultRecord::proven)
                .map(FaultRecord::phase)
                .collect(Collectors.toSet());
        sentences.add("Phases without a proven fault: "
                + joined(run.phases().stream()
                        .map(Phase::name)
                        .filter(phase -> !broken.contains(phase))
                        .toList()));
        sentences.add("Faults planned or tried, but not proven active: "
                + joined(run.faults().stream()
                        .filter(fault -> !fault.proven())
                        .map(Coverage::named)
                        .toList()));
        if (run.events("routing").stream()
                .noneMatch(change -> change.line().flag("rollback").orElse(false))) {
            sentences.add("A rollback: none was declared complete in this run");
        }
        sentences.add("More than one fault at a time, and every pair of fault and phase marked as not tested above");
        sentences.add("Loss of power, a full disk, a wrong clock");
        sentences.add(
                "What takes longer than " + Show.seconds(run.verdict().at("run").number("durationSeconds"))
                        + ": leaks, retention, exhausted ids, long transactions");
        sentences.add("Production's machines, network and amount of data: this was " + machine(run));
        return sentences;
    }

    private static List<String> effectiveModes(RunRecord run) {
        return run.events("routing").stream()
                .filter(change -> change.text("state").equals("effective"))
                .map(Coverage::mode)
                .toList();
    }

    private static String mode(LoggedEvent change) {
        boolean split = change.text("mode").equals("split");
        String share =
                split ? " " + Show.percent(change.line().number("newShare").orElse(0)) : "";
        return change.text("mode") + share;
    }

    private static String machine(RunRecord run) {
        Json machine = run.about("machine");
        return machine.present()
                ? machine.text("cpus") + " CPUs and " + machine.text("memoryMiB") + " MiB, runtime "
                        + run.about("runtime").text()
                : "an unknown machine";
    }

    private static String named(FaultRecord fault) {
        return fault.fault() + " " + fault.target() + " in " + fault.phase();
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
