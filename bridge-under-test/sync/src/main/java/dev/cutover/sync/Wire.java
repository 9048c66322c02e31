package dev.cutover.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of messages. Only deletions carry the row before: an update replaces the whole row. */
public final class Wire {
    static final ObjectMapper JSON = JsonMapper.builder().build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private Wire() {}

    /** One message as UTF-8 bytes. */
    public static byte[] write(Message message) {
        ObjectNode node = JSON.createObjectNode();
        switch (message) {
            case Message.Change change -> writeChange(node, change);
            case Message.Marker marker -> node.put("type", "marker").put("id", marker.id());
            case Message.Unreadable unreadable ->
                node.put("type", "unreadable")
                        .put("household", unreadable.household())
                        .put("reason", unreadable.reason());
        }
        node.put("committedAt", message.committedAt());
        return bytes(node);
    }

    /** The message in those bytes; anything unknown is refused. */
    public static Message read(byte[] bytes) {
        JsonNode node = tree(bytes);
        long at = node.path("committedAt").asLong();
        String type = node.path("type").asText();
        return switch (type) {
            case "change" -> readChange(node, at);
            case "marker" -> new Message.Marker(node.path("id").asText(), at);
            case "unreadable" ->
                new Message.Unreadable(
                        node.path("household").asLong(), at, node.path("reason").asText());
            default -> throw new Untranslatable("type must be change, marker or unreadable, found '" + type + "'");
        };
    }

    static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new Untranslatable("not JSON: " + e.getMessage());
        }
    }

    private static void writeChange(ObjectNode node, Message.Change change) {
        node.put("type", "change")
                .put("household", change.household())
                .put("version", change.version())
                .put("operation", Long.toString(change.operation()));
        ArrayNode rows = node.putArray("rows");
        for (RowChange row : change.rows()) {
            ObjectNode one = rows.addObject().put("table", row.table());
            writeRow(one.putObject(row.deletion() ? "before" : "after"), row.row());
        }
    }

    private static void writeRow(ObjectNode node, Row row) {
        row.columns().forEach((column, value) -> {
            switch (value) {
                case null -> node.putNull(column);
                case Long number -> node.put(column, number);
                default -> node.put(column, value.toString());
            }
        });
    }

    private static Message.Change readChange(JsonNode node, long at) {
        List<RowChange> rows = new ArrayList<>();
        for (JsonNode row : node.path("rows")) {
            rows.add(new RowChange(row.path("table").asText(), readRow(row.get("before")), readRow(row.get("after"))));
        }
        return new Message.Change(
                node.path("household").asLong(),
                node.path("version").asLong(),
                Long.parseLong(node.path("operation").asText()),
                at,
                rows);
    }

    private static @Nullable Row readRow(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            columns.put(
                    field.getKey(),
                    value.isNull() ? null : value.isIntegralNumber() ? (Object) value.longValue() : value.asText());
        }
        return new Row(columns);
    }
}
