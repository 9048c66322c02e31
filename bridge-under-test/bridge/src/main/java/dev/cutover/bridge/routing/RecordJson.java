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
            case RoutingRecord.Declared(Target target) ->
                line.put("mode", target.mode().label()).put("newShare", target.newShare());
            case RoutingRecord.Owned(int bucket, Side owner, long epoch) ->
                line.put("bucket", bucket).put("owner", owner.label()).put("epoch", epoch);
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
