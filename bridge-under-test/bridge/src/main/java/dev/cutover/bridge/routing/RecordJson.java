package dev.cutover.bridge.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** A routing record as one line of JSON and back. */
final class RecordJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordJson() {}

    static String write(RoutingRecord change) {
        var line = JSON.createObjectNode();
        switch (change) {
            case RoutingRecord.Declared declared ->
                line.put("mode", declared.target().mode().label())
                        .put("newShare", declared.target().newShare());
            case RoutingRecord.Owned owned ->
                line.put("bucket", owned.bucket())
                        .put("owner", owned.owner().label())
                        .put("epoch", owned.epoch());
        }
        return line.toString();
    }

    /** Throws IOException if the line is not a routing record. */
    static RoutingRecord read(String line) throws IOException {
        JsonNode json = JSON.readTree(line);
        try {
            return json.has("bucket")
                    ? new RoutingRecord.Owned(
                            json.required("bucket").intValue(),
                            Side.of(json.required("owner").asText()),
                            json.required("epoch").longValue())
                    : new RoutingRecord.Declared(new Target(
                            Mode.of(json.required("mode").asText()),
                            json.required("newShare").doubleValue()));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
