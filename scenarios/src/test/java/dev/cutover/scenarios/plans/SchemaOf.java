package dev.cutover.scenarios.plans;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.chaos.fault.Faults;
import dev.cutover.environment.yaml.Range;
import dev.cutover.environment.yaml.YamlMapper;
import dev.cutover.rehearse.plan.FaultBinding;
import dev.cutover.rehearse.plan.FaultSpec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The JSON Schema of what a type is written as: the same rules by which files are bound. */
final class SchemaOf {

    private static final String DURATION = "^\\d+(\\.\\d+)?\\s*(ns|us|ms|s|min|h)$";
    private static final String RANGE = "^-?\\d+\\.\\.-?\\d+$";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SchemaOf() {}

    static ObjectNode type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = Keys.element(generic);
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> type(last);
                case "List" -> node("array").<ObjectNode>set("items", type(last));
                case "Map" -> node("object").<ObjectNode>set("additionalProperties", type(last));
                default -> throw new IllegalArgumentException("no schema for " + type);
            };
        }
        return plain((Class<?>) type);
    }

    /** A file whose keys are names. */
    static ObjectNode named(Class<?> type) {
        return node("object").<ObjectNode>set("additionalProperties", type(type));
    }

    private static ObjectNode plain(Class<?> type) {
        if (type == String.class) {
            ObjectNode text = NODES.objectNode();
            text.putArray("type").add("string").add("number").add("boolean");
            return text;
        }
        if (type == Duration.class) {
            return node("string").put("pattern", DURATION);
        }
        if (type == Range.class) {
            return node("string").put("pattern", RANGE);
        }
        if (type == double.class || type == Double.class) {
            ObjectNode number = NODES.objectNode();
            number.putArray("type").add("number").add("string");
            return number.put("pattern", "^\\d+(\\.\\d+)?\\s*%$");
        }
        if (type.isEnum()) {
            ObjectNode words = NODES.objectNode();
            var allowed = words.putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(word -> allowed.add(YamlMapper.word((Enum<?>) word)));
            return words;
        }
        if (type == FaultSpec.class) {
            return faults();
        }
        JsonSubTypes choices = type.getAnnotation(JsonSubTypes.class);
        if (choices != null) {
            return choices(choices);
        }
        if (Keys.hasShortForm(type)) {
            ObjectNode either = NODES.objectNode();
            either.putArray("oneOf").add(plain(String.class)).add(record(type));
            return either;
        }
        return type.isRecord()
                ? record(type)
                : node(List.<Class<?>>of(boolean.class, Boolean.class).contains(type) ? "boolean" : "integer");
    }

    private static ObjectNode record(Class<?> type) {
        ObjectNode schema = node("object");
        addKeys(schema, type);
        return schema.put("additionalProperties", false);
    }

    private static void addKeys(ObjectNode schema, Class<?> type) {
        ObjectNode properties = schema.withObjectProperty("properties");
        var required = schema.withArrayProperty("required");
        for (Keys.Key key : Keys.of(type)) {
            ObjectNode value = key.name().equals("ports") ? ports() : type(key.type());
            if (mayBeOne(key.component())) {
                ObjectNode either = NODES.objectNode();
                either.putArray("oneOf").add(value.path("items")).add(value);
                value = either;
            }
            value.put("description", key.meaning());
            properties.set(key.name(), key.otherwise().isEmpty() ? value : value.put("default", key.otherwise()));
            if (key.required()) {
                required.add(key.name());
            }
        }
    }

    /** Whether one item may be written without its list. */
    private static boolean mayBeOne(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonFormat.class))
                .filter(format -> List.of(format.with()).contains(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY))
                .isPresent();
    }

    private static ObjectNode ports() {
        ObjectNode ports = NODES.objectNode();
        ports.putArray("oneOf")
                .add(node("array").<ObjectNode>set("items", node("string")))
                .add(node("object").<ObjectNode>set("additionalProperties", node("integer")));
        return ports;
    }

    private static ObjectNode choices(JsonSubTypes choices) {
        ObjectNode schema = NODES.objectNode();
        var one = schema.putArray("oneOf");
        for (JsonSubTypes.Type choice : choices.value()) {
            ObjectNode chosen = record(choice.value());
            if (choice.name().isEmpty()) {
                one.add(chosen);
            } else {
                ObjectNode wrapped = node("object").put("additionalProperties", false);
                wrapped.putObject("properties").set(choice.name(), chosen);
                wrapped.putArray("required").add(choice.name());
                one.add(wrapped);
            }
        }
        return schema;
    }

    private static ObjectNode faults() {
        ObjectNode schema = NODES.objectNode();
        var one = schema.putArray("oneOf");
        Faults.KINDS.forEach((name, kind) -> {
            ObjectNode fault = node("object");
            addKeys(fault, FaultBinding.Common.class);
            addKeys(fault, kind);
            fault.withObjectProperty("properties").putObject("fault").put("const", name);
            one.add(fault.put("additionalProperties", false));
        });
        return schema;
    }

    private static ObjectNode node(String type) {
        return NODES.objectNode().put("type", type);
    }
}
