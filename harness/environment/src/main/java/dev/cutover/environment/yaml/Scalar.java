package dev.cutover.environment.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds one text. A missing key gets the default that its record component declares
 * ({@code @JsonProperty(defaultValue = …)}), in the file's own words.
 *
 * @param <T> what the text becomes
 */
final class Scalar<T> extends JsonDeserializer<T> implements ContextualDeserializer {
    private final Function<String, Optional<T>> parser;
    private final Function<String, String> complaint;
    private final @Nullable T otherwise;

    private Scalar(Function<String, Optional<T>> parser, Function<String, String> complaint, @Nullable T otherwise) {
        this.parser = parser;
        this.complaint = complaint;
        this.otherwise = otherwise;
    }

    /** Whatever the parser gives nothing for is refused with what was expected. */
    static <T> Scalar<T> of(String expected, Function<String, Optional<T>> parser) {
        return new Scalar<>(parser, found -> "must be " + expected + " but is " + found, null);
    }

    /** One of a few words. */
    static <T> Scalar<T> word(Map<String, T> words) {
        return new Scalar<>(
                text -> Optional.ofNullable(words.get(text)),
                found -> "is " + found + Nearest.question(found.replace("'", ""), words.keySet()) + " expected one of: "
                        + String.join(", ", words.keySet()),
                null);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = context.readTree(parser);
        return Optional.ofNullable(node.textValue())
                .flatMap(text -> this.parser.apply(text))
                .orElseThrow(() -> WrongValue.here(complaint.apply(YamlBinder.found(node))));
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        return otherwise;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        String declared = property == null ? null : property.getMetadata().getDefaultValue();
        return declared == null
                ? this
                : new Scalar<>(parser, complaint, parser.apply(declared).orElseThrow());
    }
}
