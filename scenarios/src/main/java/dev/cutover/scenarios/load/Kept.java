package dev.cutover.scenarios.load;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that later steps may use, and where an answer has it. */
record Kept(String name, JsonPointer at) {

    static List<Kept> of(Map<String, String> pointers) {
        return pointers.entrySet().stream()
                .map(kept -> new Kept(kept.getKey(), JsonPointer.compile(kept.getValue())))
                .toList();
    }

    /** Null if the answer does not have it. */
    @Nullable
    String in(JsonNode answer) {
        JsonNode there = answer.at(at);
        return there.isValueNode() && !there.isNull() && !there.isMissingNode() ? there.asText() : null;
    }
}
