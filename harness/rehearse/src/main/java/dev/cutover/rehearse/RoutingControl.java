package dev.cutover.rehearse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Changes the bridge's routing through its admin API and returns when the change is in force. */
record RoutingControl(JsonClient bridge, Duration within) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final TypeReference<List<RoutingEvent.Move>> MOVES = new TypeReference<>() {};
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /**
     * What the bridge declared.
     *
     * @param declaredNs when its answer was here
     */
    record Change(JsonNode answer, long declaredNs) {

        long epoch() {
            return answer.path("epoch").asLong();
        }

        List<RoutingEvent.Move> moves() {
            return answer.path("moves").isArray() ? JSON.convertValue(answer.path("moves"), MOVES) : List.of();
        }
    }

    /**
     * Asks for a routing.
     *
     * @throws RehearsalException with the bridge's own words if it refuses, or if it does not answer in time
     */
    Change change(RouteSpec route) throws InterruptedException {
        var wanted = Map.of("mode", route.mode().text(), "newShare", route.newShare());
        try {
            JsonNode answer = bridge.put("/routing", wanted, within);
            return new Change(answer, System.nanoTime());
        } catch (JsonClient.Refused e) {
            throw new RehearsalException(
                    "the bridge refused routing %s: %s".formatted(describe(route), e.getMessage()), e);
        } catch (IOException e) {
            throw new RehearsalException(
                    "the bridge did not answer the change to %s within %s: %s".formatted(describe(route), within, e),
                    e);
        }
    }

    /** The bridge's own count of compared answers. */
    JsonNode comparisons() throws IOException, InterruptedException {
        return bridge.get("/comparisons", A_MOMENT);
    }

    private static String describe(RouteSpec route) {
        return RoutingEvent.describe(route.mode(), route.newShare());
    }
}
