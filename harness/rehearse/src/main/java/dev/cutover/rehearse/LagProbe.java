package dev.cutover.rehearse;

import dev.cutover.record.event.Sample;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the sync's own lag for display; judged is only what was observed in the databases. */
record LagProbe(ControlSpec.Lag lag, Readings readings, Values values) {

    /** Milliseconds by direction; null where nobody says. */
    Sample.Lag read() throws InterruptedException {
        return new Sample.Lag(milliseconds(lag.oldToNew()), milliseconds(lag.newToOld()));
    }

    private @Nullable Double milliseconds(Optional<ReadingSpec> direction) throws InterruptedException {
        Double seconds = direction.isEmpty() ? null : readings.number(direction.get(), values);
        return seconds == null ? null : seconds * 1_000;
    }
}
