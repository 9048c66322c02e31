package dev.cutover.rehearse;

import dev.cutover.record.event.Sample;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the sync's own lag for display; judged is only what was observed in the databases. */
record LagProbe(ControlSpec.Lag lag, Readings readings, Values values) {

    private static final Duration A_MOMENT = Duration.ofMillis(400);

    /** Milliseconds by direction; null where nobody says. */
    Sample.Lag read() throws InterruptedException {
        return new Sample.Lag(milliseconds(lag.oldToNew()), milliseconds(lag.newToOld()));
    }

    private @Nullable Double milliseconds(Optional<ReadingSpec> direction) throws InterruptedException {
        if (direction.isEmpty()) {
            return null;
        }
        try {
            return Double.parseDouble(
                            readings.read(direction.get(), values, A_MOMENT).text())
                    * 1_000;
        } catch (IOException | SQLException | StepFailure | RuntimeException e) {
            return null; // a sync that is down has no lag that anybody knows
        }
    }
}
