package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.spec.Address;
import dev.cutover.record.event.Sample;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the sync's own lag for display; judged is only what was observed in the databases. */
final class LagProbe {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(300)).build();
    private final HttpRequest request;

    LagProbe(Address sync) {
        this.request = HttpRequest.newBuilder(URI.create("http://" + sync + "/lag"))
                .timeout(Duration.ofMillis(500))
                .build();
    }

    /** Milliseconds by direction; null where the sync does not answer. */
    Sample.Lag read() throws InterruptedException {
        try {
            JsonNode lag =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
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
