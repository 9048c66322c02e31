package dev.cutover.reports.run;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.Differences;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a report tells of one run; parts may be absent.
 *
 * @param judged {@code verdict.json}; null if the run was not judged
 * @param about which run it is: as judged, or else by its manifest
 * @param gaps what the run directory lacks, one sentence each
 */
public record Run(
        RunDirectory directory,
        @Nullable Manifest manifest,
        @Nullable VerdictReport judged,
        VerdictReport.@Nullable Run about,
        List<LogEntry> log,
        List<Phase> phases,
        List<VerdictReport.Fault> faults,
        @Nullable Comparisons comparisons,
        Differences differences,
        TimeBuckets load,
        List<String> gaps) {

    public Run {
        log = List.copyOf(log);
        phases = List.copyOf(phases);
        faults = List.copyOf(faults);
        gaps = List.copyOf(gaps);
    }

    public @Nullable Verdict verdict() {
        return judged == null ? null : judged.verdict();
    }

    public List<Finding> findings() {
        return judged == null ? List.of() : judged.findings();
    }

    public List<VerdictReport.Gate> gates() {
        return judged == null ? List.of() : judged.gates();
    }

    public List<VerdictReport.Occurred> hazards() {
        return judged == null ? List.of() : judged.hazards();
    }

    public List<Finding> findings(Result result) {
        return findings().stream().filter(one -> one.result() == result).toList();
    }

    public List<VerdictReport.Gate> gates(Result result) {
        return gates().stream().filter(one -> one.result() == result).toList();
    }

    public VerdictReport.@Nullable Figures figures() {
        return judged == null ? null : judged.figures();
    }

    /** Ids of the faults that the plan has and the run did not come to, as far as the manifest tells. */
    public List<String> faultsNotTried() {
        List<String> tried = faults.stream().map(VerdictReport.Fault::id).toList();
        return manifest == null
                ? List.of()
                : manifest.obligations().faults().stream()
                        .filter(id -> !tried.contains(id))
                        .toList();
    }

    /** The events of one type, in the order they were recorded. */
    public <E extends Event> Stream<E> events(Class<E> type) {
        return log.stream().map(LogEntry::event).filter(type::isInstance).map(type::cast);
    }

    /** The command that runs this again; empty if too little is known. */
    public String replay() {
        if (judged != null) {
            return judged.replay();
        }
        return manifest == null ? "" : manifest.replay();
    }
}
