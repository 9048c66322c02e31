package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.record.event.Sample;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the sync's own lag for display; judged is only what was observed in the databases. */
record LagProbe(JsonClient sync) {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    /** Milliseconds by direction; null where the sync does not answer. */
    Sample.Lag read() throws InterruptedException {
        try {
            JsonNode lag = sync.get("/lag", A_MOMENT);
            return new Sample.Lag(milliseconds(lag, "old-to-new"), milliseconds(lag, "new-to-old"));
        } catch (IOException e) {
            return new Sample.Lag(null, null);
        }
    }

    private static @Nullable Double milliseconds(JsonNode lag, String direction) {
        JsonNode seconds = lag.path(direction).path("seconds");
        return seconds.isNumber() ? seconds.asDouble() * 1_000 : null;
    }
}
