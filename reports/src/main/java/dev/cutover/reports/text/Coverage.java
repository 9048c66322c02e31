package dev.cutover.reports.text;

import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.run.Phase;
import dev.cutover.reports.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run has and has not shown, taken from what happened in it. */
public final class Coverage {
    private Coverage() {}

    public static List<String> rehearsed(Run run) {
        return List.of(
                "Phases: " + joined(begun(run)),
                "Routing: " + joined(run.events(RoutingEvent.Effective.class).map(Coverage::mode)),
                "Faults proven active: " + joined(faults(run, true).map(Coverage::named)),
                "Kinds of operations: " + joined(kinds(run).map(Manifest.Kind::name)),
                "Load: " + load(run),
                "Streams proven drained: "
                        + joined(run.events(SentinelEvent.class)
                                .filter(SentinelEvent::crossed)
                                .map(SentinelEvent::stream)));
    }

    public static List<String> notRehearsed(Run run) {
        Set<String> broken = faults(run, true).map(VerdictReport.Fault::phase).collect(Collectors.toSet());
        List<String> sentences = new ArrayList<>();
        sentences.add("Phases never begun: "
                + joined(run.phases().stream()
                        .filter(phase -> phase.beginNs() == null)
                        .map(Phase::name)));
        sentences.add("Phases without a proven fault: " + joined(begun(run).filter(phase -> !broken.contains(phase))));
        sentences.add("Faults planned or tried, but not proven active: "
                + joined(Stream.concat(faults(run, false).map(Coverage::named), run.faultsNotTried().stream())));
        if (run.events(RoutingEvent.Effective.class).noneMatch(RoutingEvent.Effective::rollback)) {
            sentences.add("A rollback: none was declared complete in this run");
        }
        if (run.judged() != null) {
            run.judged()
                    .notExamined()
                    .forEach(left -> sentences.add("Not examined: " + left.property() + ", since " + left.because()));
        }
        sentences.add("More than one fault at a time, and every pair of fault and phase marked as not tested above");
        sentences.add("Loss of power, a full disk, a wrong clock");
        sentences.add("What takes longer than " + Statement.lasted(run)
                + ": leaks, retention, exhausted ids, long transactions");
        sentences.add("Production's machines, network and amount of data: this was " + machine(run));
        return sentences;
    }

    private static Stream<String> begun(Run run) {
        return run.phases().stream().filter(phase -> phase.beginNs() != null).map(Phase::name);
    }

    private static Stream<VerdictReport.Fault> faults(Run run, boolean proven) {
        return run.faults().stream().filter(fault -> fault.verified() == proven);
    }

    private static Stream<Manifest.Kind> kinds(Run run) {
        return run.manifest() == null ? Stream.of() : run.manifest().kinds().stream();
    }

    private static String load(Run run) {
        VerdictReport.Injector injector =
                run.figures() == null ? null : run.figures().injector();
        if (injector == null) {
            return "not known";
        }
        Double lag = injector.startLagP99Ms();
        return Format.rate(injector.achievedPerSecond()) + " of " + Format.rate(injector.plannedPerSecond())
                + " planned, "
                + (lag == null
                        ? InjectorHealth.UNTOLD
                        : Format.count(injector.startedSessions()) + " sessions, late by " + Format.millis(lag)
                                + " at p99");
    }

    private static String mode(RoutingEvent.Effective change) {
        String mode = change.mode().text();
        return change.mode() == RoutingMode.SPLIT ? mode + " " + Format.percent(change.newShare()) : mode;
    }

    private static String machine(Run run) {
        return run.about() == null
                ? "an unknown machine"
                : run.about().machine().cpus() + " CPUs and "
                        + run.about().machine().memoryMiB() + " MiB, runtime "
                        + Statement.about(run, VerdictReport.Run::runtime);
    }

    private static String named(VerdictReport.Fault fault) {
        return fault.fault() + " " + fault.target() + " in " + fault.phase();
    }

    private static String joined(Stream<String> names) {
        String all = names.collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }
}
