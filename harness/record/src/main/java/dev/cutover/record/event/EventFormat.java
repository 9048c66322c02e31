package dev.cutover.record.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event as a line of JSON, and back: {@code seq ns at kind state}, then the fields of its type. */
final class EventFormat {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<String, Class<? extends Event>> TYPES = types().stream()
            .collect(Collectors.toUnmodifiableMap(
                    type -> key(line(type).kind(), line(type).state()), Function.identity()));

    private EventFormat() {}

    /** Every type of event, in the order in which {@link Event} permits them. */
    static List<Class<? extends Event>> types() {
        return leaves(Event.class)
                .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                .toList();
    }

    static Line line(Class<? extends Event> type) {
        return Objects.requireNonNull(type.getAnnotation(Line.class), () -> type + " has no @Line");
    }

    static String write(LogEntry entry) {
        ObjectNode json = JSON.createObjectNode();
        Line line = line(entry.event().getClass());
        json.put("seq", entry.seq())
                .put("ns", entry.ns())
                .put("at", entry.at().toString())
                .put("kind", line.kind());
        if (!line.state().isEmpty()) {
            json.put("state", line.state());
        }
        json.setAll((ObjectNode) JSON.valueToTree(entry.event()));
        return json.toString();
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is torn, of no known type, or lacks a field; saying what is wrong
     */
    static LogEntry read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            String kind = json.path("kind").asText();
            String state = json.path("state").asText();
            Class<? extends Event> type = TYPES.get(key(kind, state));
            if (type == null
                    || !json.path("seq").isIntegralNumber()
                    || !json.path("ns").isIntegralNumber()) {
                throw new IllegalArgumentException(
                        "is no event: expected seq, ns, at and a known kind and state, found "
                                + (text.length() > 80 ? text.substring(0, 80) + " …" : text));
            }
            Instant at = Instant.parse(json.path("at").asText());
            return new LogEntry(json.path("seq").asLong(), json.path("ns").asLong(), at, complete(type, json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is torn: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("has no instant in 'at'", e);
        }
    }

    /** Jackson gives null to what is left out, which only some fields may be. */
    private static Event complete(Class<? extends Event> type, JsonNode json) throws JsonProcessingException {
        for (var field : type.getRecordComponents()) {
            boolean optional = field.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class);
            if (!optional && !json.hasNonNull(field.getName())) {
                throw new IllegalArgumentException("lacks '" + field.getName() + "'");
            }
        }
        return JSON.treeToValue(json, type);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(EventFormat::leaves);
    }

    private static String key(String kind, String state) {
        return kind + "/" + state;
    }
}
