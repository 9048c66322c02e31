package dev.cutover.rehearse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutover.rehearse.plan.WiremockSpec;
import dev.cutover.rehearse.plan.WiremockSpec.Place;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of a WireMock's journal. */
record WiremockCall(JsonNode entry) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether it is a call for an effect. */
    boolean matches(WiremockSpec spec) {
        return entry.at("/request/method").asText().equals(spec.request().method())
                && spec.path().matcher(path()).matches()
                && spec.request().headers().entrySet().stream()
                        .allMatch(header -> header.getValue().equals(header(header.getKey())));
    }

    /** When it was received, in milliseconds since 1970. */
    long at() {
        return entry.at("/request/loggedDate").asLong();
    }

    /** What was answered; 0 if the answer was a broken connection. */
    int status() {
        return entry.at("/response/status").asInt();
    }

    /** The value at a place; null if there is none. */
    @Nullable
    String text(Place place) {
        return switch (place) {
            case Place.Header header -> header(header.header());
            case Place.Body body -> value(body(body.body()));
            case Place.Path part -> part(part.path());
        };
    }

    /** A number at a place; null if there is none, or it is no number. */
    @Nullable
    BigDecimal number(Place place) {
        String text = text(place);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** As it was sent. */
    private String path() {
        String url = entry.at("/request/url").asText();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private @Nullable String part(int number) {
        String[] parts = path().split("/", -1);
        return number < parts.length ? parts[number] : null;
    }

    private @Nullable String header(String name) {
        Optional<JsonNode> found = entry.at("/request/headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
        return found.map(value -> value(value.isArray() ? value.path(0) : value))
                .orElse(null);
    }

    private JsonNode body(String pointer) {
        try {
            return JSON.readTree(entry.at("/request/body").asText()).at(pointer);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // a call is a call, whatever it brings
        }
    }

    private static @Nullable String value(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.isValueNode() ? node.asText() : node.toString();
    }
}
