package dev.cutover.rehearse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingEvent.Move;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of routing whose last step has returned.
 *
 * @param declaredNs when it had
 */
public record RoutingChange(RouteSpec route, Values values, long begunNs, long declaredNs) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final TypeReference<List<Move>> MOVES = new TypeReference<>() {};

    /** With what the steps have kept under the names that mean something to a report. */
    public RoutingEvent.Effective effective(boolean rollback) {
        double tookMs = (declaredNs - begunNs) / 1_000_000.0;
        return new RoutingEvent.Effective(route.mode(), route.newShare(), epoch(), tookMs, rollback, moves(), moved());
    }

    private @Nullable Long epoch() {
        return number(values.kept("epoch"));
    }

    /** Some bridges list the moves, others only count them. */
    private @Nullable Long moved() {
        JsonNode kept = values.kept("moves");
        return kept != null && kept.isArray() ? Long.valueOf(kept.size()) : number(kept);
    }

    private static @Nullable Long number(@Nullable JsonNode kept) {
        return kept != null && kept.asText().matches("\\d{1,18}") ? Long.valueOf(kept.asText()) : null;
    }

    /** Shown, not judged: what is written in another way is left out. */
    private List<Move> moves() {
        JsonNode kept = values.kept("moves");
        try {
            return kept != null && kept.isArray() ? JSON.convertValue(kept, MOVES) : List.of();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
