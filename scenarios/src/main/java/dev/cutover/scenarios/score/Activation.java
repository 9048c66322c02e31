package dev.cutover.scenarios.score;

import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.PhaseEvent;
import java.util.List;

/**
 * What a seeded defect did in a run: one that never acted cannot be seen by anybody.
 *
 * @param times how often it acted
 * @param phase the phase in which it first did; empty if it never did
 */
record Activation(long times, String phase) {
    static final Activation NONE = new Activation(0, "");

    /** A component that is started again counts from zero. */
    static Activation of(List<LogEntry> log) {
        Activation all = NONE;
        String phase = "";
        long before = 0;
        for (LogEntry entry : log) {
            if (entry.event() instanceof PhaseEvent.Began began) {
                phase = began.phase();
            } else if (entry.event() instanceof DefectEvent defect) {
                all = all.and(defect.times() - (defect.times() < before ? 0 : before), phase);
                before = defect.times();
            }
        }
        return all;
    }

    private Activation and(long more, String now) {
        return more == 0 ? this : new Activation(times + more, phase.isEmpty() ? now : phase);
    }
}
