package dev.cutover.scenarios.score;

import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PhaseEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a seeded defect did in a run: one that never acted cannot be seen by anybody.
 *
 * @param told whether anybody said how often; else it is not known
 * @param times how often it acted
 * @param phase the phase in which it first did; empty if it never did
 */
record Activation(boolean told, long times, String phase) {
    static final Activation NOT_KNOWN = new Activation(false, 0, "");

    /** Of one of several bridges in the run, or of the only one. A component that is started again counts from zero. */
    static Activation of(@Nullable String bridge, List<LogEntry> log) {
        Activation all = NOT_KNOWN;
        String phase = "";
        long before = 0;
        for (LogEntry entry : log) {
            if (entry.event() instanceof PhaseEvent.Began began) {
                phase = began.phase();
            } else if (entry.event() instanceof DefectEvent defect && Objects.equals(defect.bridge(), bridge)) {
                all = all.and(defect.times() - (defect.times() < before ? 0 : before), phase);
                before = defect.times();
            }
        }
        return all;
    }

    private Activation and(long more, String now) {
        return new Activation(true, times + more, more > 0 && phase.isEmpty() ? now : phase);
    }
}
