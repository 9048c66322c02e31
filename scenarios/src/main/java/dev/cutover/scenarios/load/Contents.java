package dev.cutover.scenarios.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.OperationSpec;
import dev.cutover.rehearse.load.Received;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What of a read's answers is compared with what others were answered who had asked for the same. Neither the order of a JSON object's members
 * nor how a number is written means anything; what is null may as well be absent.
 *
 * @param places where answers have it; none: nothing is compared
 */
record Contents(List<Look> places) {

    static Contents of(OperationSpec operation) {
        return new Contents(operation.content().stream().map(Look::of).toList());
    }

    /** The same text for all that are answered the same; none where the answer has nothing of it. */
    Optional<String> of(Received answer) {
        List<JsonNode> found = places.stream().map(place -> place.in(answer)).toList();
        if (found.stream().allMatch(JsonNode::isMissingNode)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        found.forEach(node -> append(node, text));
        return Optional.of(text.toString());
    }

    /** The same text for all that ask for the same: all that is sent, whoever sends it under whatever id. */
    static String question(Call call) {
        String sent = String.join("\n", call.path(), String.join("\n", call.headers()), call.body());
        return sent.replace(OperationIds.uuid(call.id()), "").replace(Long.toString(call.id()), "");
    }

    private static void append(JsonNode node, StringBuilder to) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            to.append('{');
            members.forEach((name, value) -> {
                if (!isNothing(value)) {
                    to.append(name.length()).append(name);
                    append(value, to);
                }
            });
            to.append('}');
        } else if (node.isArray()) {
            to.append('[');
            node.forEach(element -> append(element, to));
            to.append(']');
        } else if (node.isNumber()) {
            to.append(node.decimalValue().stripTrailingZeros());
        } else {
            to.append(isNothing(node) ? "null" : node.toString());
        }
        to.append(',');
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }
}
