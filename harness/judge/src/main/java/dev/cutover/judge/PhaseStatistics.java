package dev.cutover.judge;

import dev.cutover.record.event.Event;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.History;
import dev.cutover.record.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Load by phase: what the journal says of the operations that were invoked in each. */
public final class PhaseStatistics {
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
    public static List<VerdictReport.Phase> of(Evidence evidence) {
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
        return phases.stream().map(phase -> phase.report(evidence.events())).toList();
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

    private VerdictReport.Phase report(List<Event> events) {
        long begin = at(events, "begin");
        long end = at(events, "end");
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
                end > begin && begin != 0 ? operations / ((end - begin) / 1e9) : 0,
                milliseconds(50),
                milliseconds(99),
                milliseconds(100));
    }

    private long at(List<Event> events, String state) {
        return events.stream()
                .filter(event -> event.is("phase", state) && event.text("phase").equals(name))
                .mapToLong(Event::ns)
                .findFirst()
                .orElse(0);
    }

    private double milliseconds(double percentile) {
        return answeredNs.getTotalCount() == 0 ? 0 : answeredNs.getValueAtPercentile(percentile) / 1e6;
    }
}
