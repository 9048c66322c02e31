package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.spec.Address;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Changes the bridge's routing through its admin API and returns when the change is in force. */
final class RoutingControl {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Address admin;
    private final String token;
    private final Duration within;

    RoutingControl(Address admin, String token, Duration within) {
        this.admin = admin;
        this.token = token;
        this.within = within;
    }

    /**
     * Asks for a routing.
     *
     * @throws RehearsalException with the bridge's own words if it refuses, or if it does not answer in time
     */
    JsonNode change(RouteSpec route) throws InterruptedException {
        try {
            var body = JSON.writeValueAsString(Map.of("mode", route.mode().text(), "newShare", route.newShare()));
            var request = HttpRequest.newBuilder(uri("/routing"))
                    .timeout(within)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new RehearsalException("the bridge refused routing %s: HTTP %d %s"
                        .formatted(describe(route), response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new RehearsalException(
                    "the bridge did not answer the change to %s within %s: %s".formatted(describe(route), within, e),
                    e);
        }
    }

    /** The bridge's own count of compared answers. */
    JsonNode comparisons() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/comparisons"))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + token)
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    static String describe(RouteSpec route) {
        return route.mode() == RoutingMode.SPLIT
                ? "split %.0f %%".formatted(route.newShare() * 100)
                : route.mode().text();
    }

    private URI uri(String path) {
        return URI.create("http://" + admin + path);
    }
}
