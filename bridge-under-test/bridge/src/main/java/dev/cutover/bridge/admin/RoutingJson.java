package dev.cutover.bridge.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.move.Moved;
import dev.cutover.bridge.routing.Buckets;
import dev.cutover.bridge.routing.Mode;
import dev.cutover.bridge.routing.RoutingTable;
import dev.cutover.bridge.routing.Target;
import java.io.IOException;
import java.util.List;

/** Routing and moves on the admin port. */
final class RoutingJson {
    private RoutingJson() {}

    static ObjectNode routing(RoutingTable table, boolean changing) {
        Target inForce = table.inForce();
        return Json.object()
                .put("epoch", table.epoch())
                .put("mode", inForce.mode().label())
                .put("newShare", inForce.newShare())
                .put("buckets", Buckets.COUNT)
                .put("onNew", table.onNew())
                .put("changing", changing);
    }

    /** Throws IllegalArgumentException, in words for the operator, if this is no routing. */
    static Target target(byte[] body) {
        JsonNode json;
        try {
            json = Json.read(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("expected {\"mode\":\"split\",\"newShare\":0.1}, found no JSON", e);
        }
        Mode mode = Mode.of(json.path("mode").asText());
        JsonNode share = json.path("newShare");
        if (share.isNumber()) {
            return new Target(mode, share.doubleValue());
        }
        if (mode == Mode.SPLIT || !share.isMissingNode()) {
            throw new IllegalArgumentException("newShare: expected a number from 0 to 1, found: " + share);
        }
        return new Target(mode, 0);
    }

    static ArrayNode moves(List<Moved> moves) {
        ArrayNode array = Json.object().putArray("moves");
        for (Moved move : moves) {
            array.addObject()
                    .put("bucket", move.bucket())
                    .put("from", move.from().label())
                    .put("to", move.to().label())
                    .put("epoch", move.epoch())
                    .put("holdMs", rounded(move.holdMs()))
                    .put("drainMs", rounded(move.proof().drainMs()))
                    .put("markerMs", rounded(move.proof().markerMs()))
                    .put("held", move.held())
                    .put("attempts", move.attempts());
        }
        return array;
    }

    static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
