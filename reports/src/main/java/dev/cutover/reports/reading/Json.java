package dev.cutover.reports.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** JSON that may lack anything: what is absent reads as empty, never as zero. */
public record Json(JsonNode node) {
    public static final Json MISSING = new Json(MissingNode.getInstance());

    public Json at(String name) {
        return new Json(node.path(name));
    }

    public boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A text as it is, anything else as JSON, nothing as the empty text. */
    public String text() {
        if (!present()) {
            return "";
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    public String text(String name) {
        return at(name).text();
    }

    public OptionalDouble number(String name) {
        JsonNode found = node.path(name);
        return found.isNumber() ? OptionalDouble.of(found.doubleValue()) : OptionalDouble.empty();
    }

    public OptionalLong count(String name) {
        JsonNode found = node.path(name);
        return found.isNumber() ? OptionalLong.of(found.longValue()) : OptionalLong.empty();
    }

    public Optional<Boolean> flag(String name) {
        JsonNode found = node.path(name);
        return found.isBoolean() ? Optional.of(found.booleanValue()) : Optional.empty();
    }

    public List<Json> list(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false)
                .map(Json::new)
                .toList();
    }

    /** The fields of an object, in the order written. */
    public List<Map.Entry<String, Json>> fields() {
        return node.properties().stream()
                .map(field -> Map.entry(field.getKey(), new Json(field.getValue())))
                .toList();
    }
}
