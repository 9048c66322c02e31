package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.spec.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

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

    /** Seconds by direction; NaN where the sync does not answer. */
    Lag read() throws InterruptedException {
        try {
            JsonNode lag =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            return new Lag(seconds(lag, "old-to-new"), seconds(lag, "new-to-old"));
        } catch (IOException e) {
            return new Lag(Double.NaN, Double.NaN);
        }
    }

    private static double seconds(JsonNode lag, String direction) {
        return lag.path(direction).path("seconds").asDouble(Double.NaN);
    }

    record Lag(double oldToNew, double newToOld) {}
}
