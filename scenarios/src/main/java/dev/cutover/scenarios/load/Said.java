package dev.cutover.scenarios.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutover.environment.yaml.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * An object in a line of a load's program; what is wrong in it is said by its name.
 *
 * @param name of the object; empty for the whole line
 */
record Said(String name, JsonNode object) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Said read(String line) throws WrongLine {
        try {
            JsonNode read = JSON.readTree(line);
            return of("", read == null ? MissingNode.getInstance() : read);
        } catch (JsonProcessingException e) {
            throw new WrongLine("is no JSON");
        }
    }

    private static Said of(String name, JsonNode node) throws WrongLine {
        if (!node.isObject()) {
            throw new WrongLine((name.isEmpty() ? "" : "'" + name + "' ") + "must be an object in braces");
        }
        return new Said(name, node);
    }

    boolean has(String key) {
        return object.has(key);
    }

    Said below(String key) throws WrongLine {
        return of(key, object.path(key));
    }

    /** Refuses all other keys. */
    void only(String... known) throws WrongLine {
        for (String key : (Iterable<String>) object::fieldNames) {
            if (!List.of(known).contains(key)) {
                throw new WrongLine(path(key) + " is no known key" + Nearest.question(key, List.of(known))
                        + " known keys: " + String.join(", ", known));
            }
        }
    }

    /** A text, or a number as one. */
    String text(String key) throws WrongLine {
        return find(key).orElseThrow(() -> new WrongLine("lacks " + path(key)));
    }

    Optional<String> find(String key) throws WrongLine {
        JsonNode there = object.path(key);
        if (there.isMissingNode() || there.isNull()) {
            return Optional.empty();
        }
        if (!there.isTextual() && !there.isIntegralNumber()) {
            throw new WrongLine(path(key) + " must be a text or a whole number, but is " + there);
        }
        return Optional.of(there.asText());
    }

    int number(String key, int otherwise) throws WrongLine {
        Optional<String> text = find(key);
        if (text.isPresent() && !text.get().matches("\\d{1,9}")) {
            throw new WrongLine(path(key) + " must be a whole number of 0 or more, but is " + text.get());
        }
        return text.map(Integer::parseInt).orElse(otherwise);
    }

    private String path(String key) {
        return "'" + (name.isEmpty() ? "" : name + ".") + key + "'";
    }
}
