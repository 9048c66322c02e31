package dev.cutover.environment.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * YAML as a tree of texts and the line of each. Whether {@code no}, {@code 012} or {@code 1:30} is a word, a number or a time is for
 * the type to say that it is bound to, not for the parser.
 */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String name;
    private final YAMLParser parser;
    private final Map<JsonPointer, Integer> lines = new HashMap<>();

    private YamlTree(String name, YAMLParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** The root and, by place, the line of its key or list item. */
    record Located(JsonNode root, Map<JsonPointer, Integer> lines) {}

    static Located parse(String name, String yaml) {
        try (YAMLParser parser = YAML.createParser(yaml)) {
            return new YamlTree(name, parser).read();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new PlanException(
                    new Problem(
                            name,
                            line,
                            "not valid YAML: " + e.getOriginalMessage().replaceAll("\\s*\\n\\s*", " ")),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Located read() throws IOException {
        if (parser.nextToken() == null) {
            return new Located(NODES.nullNode(), lines);
        }
        JsonNode root = value(JsonPointer.empty(), line());
        if (parser.nextToken() != null) {
            throw refused(line(), "a second document starts here, but only one is read; remove the '---'");
        }
        return new Located(root, lines);
    }

    private JsonNode value(JsonPointer at, int line) throws IOException {
        lines.put(at, line);
        if (parser.isCurrentAlias()) {
            throw refused(line, "'*" + parser.getText() + "' refers to another place; write out what stands there");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
    }

    private ObjectNode object(JsonPointer at) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line();
            JsonPointer place = at.appendProperty(key);
            if (object.has(key)) {
                throw refused(line, "key '" + key + "' is there already, in line " + lines.get(place));
            }
            parser.nextToken();
            object.set(key, value(place, line));
        }
        return object;
    }

    private ArrayNode array(JsonPointer at) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(at.appendIndex(array.size()), line()));
        }
        return array;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private PlanException refused(int line, String message) {
        return new PlanException(List.of(new Problem(name, line, message)));
    }
}
