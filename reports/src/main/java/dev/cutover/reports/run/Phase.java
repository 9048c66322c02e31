package dev.cutover.reports.run;

import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A phase as it ran.
 *
 * @param beginNs null if it was never begun
 * @param endNs null if it was not ended
 * @param figures its numbers; null in a run that was not judged
 */
public record Phase(
        String name, @Nullable Long beginNs, @Nullable Long endNs, VerdictReport.@Nullable Phase figures) {

    /** All phases that the plan has. */
    static List<Phase> judged(List<VerdictReport.Phase> phases) {
        return phases.stream()
                .map(phase -> new Phase(phase.phase(), phase.beginNs(), phase.endNs(), phase))
                .toList();
    }

    /** The phases that the events tell of. */
    static List<Phase> begun(List<LogEntry> log) {
        List<Phase> phases = new ArrayList<>();
        for (LogEntry entry : log) {
            if (entry.event() instanceof PhaseEvent.Began began) {
                phases.add(new Phase(began.phase(), entry.ns(), null, null));
            } else if (entry.event() instanceof PhaseEvent.Ended ended) {
                phases.replaceAll(phase -> phase.name().equals(ended.phase())
                        ? new Phase(phase.name(), phase.beginNs(), entry.ns(), null)
                        : phase);
            }
        }
        return phases;
    }

    /** Whether an instant lies in it; one that was not ended goes on. */
    public boolean contains(long ns) {
        return beginNs != null && beginNs <= ns && ns < Objects.requireNonNullElse(endNs, Long.MAX_VALUE);
    }
}
