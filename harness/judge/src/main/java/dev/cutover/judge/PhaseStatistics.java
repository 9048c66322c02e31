package dev.cutover.judge;

import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.History;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Load by phase: what the journal says of the operations that were invoked in each. */
final class PhaseStatistics {
    private final int index;
    private final String name;
    private final Histogram answeredNs = new Histogram(3);
    private long ok;
    private long refused;
    private long unknown;

    private PhaseStatistics(int index, String name) {
        this.index = index;
        this.name = name;
    }

    /** All phases of the manifest, in its order. */
    static List<VerdictReport.Phase> of(Evidence evidence) {
        List<PhaseStatistics> phases = new ArrayList<>();
        for (String name : evidence.manifest().phases()) {
            phases.add(new PhaseStatistics(phases.size(), name));
        }
        History history = evidence.history();
        for (int i = 0; i < history.size(); i++) {
            int phase = history.phaseInvoked(i);
            if (phase >= 0 && phase < phases.size()) {
                phases.get(phase).add(history, i);
            }
        }
        return phases.stream().map(phase -> phase.report(evidence)).toList();
    }

    private void add(History history, int i) {
        if (history.unknown(i)) {
            unknown++;
            return;
        }
        if (history.ok(i)) {
            ok++;
        } else {
            refused++;
        }
        answeredNs.recordValue(Math.max(0, history.endedNs(i) - history.invokedNs(i)));
    }

    private VerdictReport.Phase report(Evidence evidence) {
        Long begin = at(evidence, PhaseEvent.Began.class);
        Long end = at(evidence, PhaseEvent.Ended.class);
        long operations = ok + refused + unknown;
        return new VerdictReport.Phase(
                name,
                index,
                begin,
                end,
                operations,
                ok,
                refused,
                unknown,
                begin != null && end != null && end > begin ? operations / ((end - begin) / 1e9) : null,
                milliseconds(50),
                milliseconds(99),
                milliseconds(100));
    }

    private @Nullable Long at(Evidence evidence, Class<? extends PhaseEvent> type) {
        return evidence.entries(type)
                .filter(entry -> ((PhaseEvent) entry.event()).phase().equals(name))
                .map(LogEntry::ns)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Double milliseconds(double percentile) {
        return answeredNs.getTotalCount() == 0 ? null : answeredNs.getValueAtPercentile(percentile) / 1e6;
    }
}
