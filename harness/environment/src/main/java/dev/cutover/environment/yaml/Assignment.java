package dev.cutover.environment.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A value from the command line for a key of a file, such as {@code phases.dual.hold=5s}: items of lists by name or position. */
record Assignment(String text, List<String> keys, JsonNode value) {

    static Assignment of(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw refused(text, "must be key=value, such as load.operations-per-second=200");
        }
        List<String> keys = List.of(text.substring(0, equals).strip().split("\\.", -1));
        return new Assignment(
                text,
                keys,
                YamlTree.parse("--set " + text, text.substring(equals + 1)).root());
    }

    Problem place() {
        return new Problem("--set " + text, 0, "");
    }

    /** Sets the value and says which places are the command line's now. */
    List<JsonPointer> applyTo(ObjectNode root) {
        List<JsonPointer> changed = new ArrayList<>();
        JsonNode node = root;
        JsonPointer at = JsonPointer.empty();
        for (String key : keys.subList(0, keys.size() - 1)) {
            JsonNode next = child(node, key);
            at = below(at, node, key);
            if (next.isMissingNode() && node instanceof ObjectNode object) {
                next = object.putObject(key);
                changed.add(at);
            }
            node = next;
        }
        changed.add(below(at, node, keys.getLast()));
        replace(node, keys.getLast());
        return changed;
    }

    private void replace(JsonNode node, String key) {
        switch (node) {
            case ObjectNode object -> object.set(key, value);
            case ArrayNode array -> array.set(position(array, key), value);
            default -> throw refused(text, "goes deeper than the file does: '" + key + "' would lie in a value");
        }
    }

    private JsonNode child(JsonNode node, String key) {
        return node instanceof ArrayNode array ? array.path(position(array, key)) : node.path(key);
    }

    private JsonPointer below(JsonPointer at, JsonNode node, String key) {
        return node instanceof ArrayNode array ? at.appendIndex(position(array, key)) : at.appendProperty(key);
    }

    private int position(ArrayNode array, String key) {
        List<String> names = IntStream.range(0, array.size())
                .mapToObj(index -> nameOf(array.get(index)).orElse(Integer.toString(index)))
                .toList();
        int position = names.contains(key) ? names.indexOf(key) : key.matches("\\d{1,4}") ? Integer.parseInt(key) : -1;
        if (position < 0 || position >= array.size()) {
            throw refused(
                    text,
                    "names '" + key + "'" + Nearest.question(key, names) + " there are: " + String.join(", ", names));
        }
        return position;
    }

    /** What an item of a list is called by, where its kind has a name. */
    static Optional<String> nameOf(JsonNode item) {
        return Optional.ofNullable(item.get("name"))
                .or(() -> Optional.ofNullable(item.get("stream")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private static PlanException refused(String text, String message) {
        return new PlanException(List.of(new Problem("--set " + text, 0, message)));
    }
}
