package dev.cutover.environment.yaml;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds files onto records by Jackson, and says what is wrong in words that teach. */
final class YamlBinder {
    private YamlBinder() {}

    static Object bind(YamlFile file, Function<TypeFactory, JavaType> type, Module... modules) {
        if (!file.root().isObject()) {
            throw file.error(
                    WrongValue.here("must be keys with values but is " + found(file.root())), JsonPointer.empty());
        }
        ObjectMapper mapper = YamlMapper.with(modules);
        try {
            return mapper.readerFor(type.apply(mapper.getTypeFactory())).readValue(file.root());
        } catch (JsonMappingException e) {
            throw teach(file, e);
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory could not be read", e);
        }
    }

    private static PlanException teach(YamlFile file, JsonMappingException e) {
        JsonPointer at = place(e);
        Optional<WrongValue> wrong = wrongValue(e);
        if (wrong.isPresent()) {
            return file.error(wrong.get(), at.append(wrong.get().at()));
        }
        if (missing(file, at)) {
            WrongValue cause = lacks(file.root().at(at.head()), e.getPath().getLast());
            return file.error(cause, at.head().append(cause.at()));
        }
        return file.error(WrongValue.here(message(file, e, at)), at);
    }

    private static String message(YamlFile file, JsonMappingException e, JsonPointer at) {
        JsonNode node = file.root().at(at);
        if (e instanceof UnrecognizedPropertyException unknown) {
            return WrongValue.unknown(unknown.getPropertyName(), words(unknown.getKnownPropertyIds()));
        }
        return "must be " + expected(e) + " but is " + found(node);
    }

    /** A key that is missing is often there under another name. */
    private static WrongValue lacks(JsonNode parent, JsonMappingException.Reference missing) {
        List<String> known = missing.getFrom() instanceof Class<?> type ? YamlMapper.keys(type) : List.of();
        return parent.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !known.contains(key))
                .filter(key -> Nearest.to(key, List.of(missing.getFieldName())).isPresent())
                .findFirst()
                .map(key -> WrongValue.unknownKey(key, known))
                .orElseGet(() -> WrongValue.here("lacks key '" + missing.getFieldName() + "'"));
    }

    private static boolean missing(YamlFile file, JsonPointer at) {
        JsonNode node = file.root().at(at);
        return at.head() != null && (node.isMissingNode() || node.isNull());
    }

    private static String expected(JsonMappingException e) {
        Class<?> target = switch (e) {
            case InvalidTypeIdException choice -> choice.getBaseType().getRawClass();
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            default -> null;
        };
        JsonSubTypes choices = target == null ? null : target.getAnnotation(JsonSubTypes.class);
        if (choices != null) {
            return Arrays.stream(choices.value()).map(YamlBinder::choice).collect(Collectors.joining(", or "));
        }
        return target != null && Collection.class.isAssignableFrom(target) ? "a list" : "keys with values";
    }

    private static String choice(JsonSubTypes.Type type) {
        return type.name().isEmpty()
                ? "the keys " + String.join(", ", YamlMapper.keys(type.value()))
                : "the key " + type.name();
    }

    private static JsonPointer place(JsonMappingException e) {
        return Pointers.of(e.getPath().stream()
                .map(step -> step.getFieldName() == null ? (Object) step.getIndex() : step.getFieldName())
                .toArray());
    }

    private static Optional<WrongValue> wrongValue(Throwable e) {
        @Nullable Throwable cause = e;
        while (cause != null) {
            if (cause instanceof WrongValue wrong) {
                return Optional.of(wrong);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static List<String> words(@Nullable Collection<Object> names) {
        return names == null ? List.of() : names.stream().map(String::valueOf).toList();
    }

    static String found(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "'" + node.textValue() + "'";
            case ARRAY -> "a list of " + node.size();
            case OBJECT -> "the keys " + String.join(", ", (Iterable<String>) node::fieldNames);
            default -> "empty";
        };
    }

    /** What was bound as YAML again, everything that had been left out filled in. */
    static String write(Object bound, Module... modules) {
        try {
            return YamlMapper.writing(modules).writeValueAsString(bound);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as YAML: " + bound, e);
        }
    }
}
