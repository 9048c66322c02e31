package com.example.notes;

import static dev.cutover.junit.VerdictAssert.assertThat;

import dev.cutover.junit.Rehearsal;
import dev.cutover.junit.RehearsalVerdict;
import org.junit.jupiter.api.Test;

/** The cutover of notes, rehearsed as one of its tests. */
class CutoverTest {

    private static final String PLAN = "../notes/plan.yaml";

    @Test
    @Rehearsal(value = PLAN, runtime = Rehearsal.RunsOn.PROCESSES)
    void is_safe(RehearsalVerdict verdict) {
        assertThat(verdict).isGo().examined("rollback-complete");
    }

    @Test
    @Rehearsal(value = PLAN, runtime = Rehearsal.RunsOn.PROCESSES, bridge = "without-back-sync", seed = 42)
    void without_its_way_back_is_caught(RehearsalVerdict verdict) {
        assertThat(verdict).caughtBy("rollback-complete");
    }
}
