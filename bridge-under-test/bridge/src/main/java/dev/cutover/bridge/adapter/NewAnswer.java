package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A JSON body of the new contract, read field by field. */
final class NewAnswer {
    private final JsonNode body;

    NewAnswer(JsonNode body) {
        this.body = body;
    }

    static NewAnswer read(byte[] json) throws UnreadableAnswer {
        try {
            return new NewAnswer(Json.read(json));
        } catch (IOException e) {
            throw new UnreadableAnswer("expected JSON, found something else");
        }
    }

    boolean has(String name) {
        return body.hasNonNull(name);
    }

    /** The field, JSON null included; throws if it is missing. */
    JsonNode field(String name) throws UnreadableAnswer {
        JsonNode value = body.get(name);
        if (value == null) {
            throw new UnreadableAnswer("expected the field " + name + ", found: " + body);
        }
        return value;
    }

    long number(String name) throws UnreadableAnswer {
        JsonNode value = field(name);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new UnreadableAnswer(name + ": expected an integer, found: " + value);
        }
        return value.longValue();
    }

    String text(String name) throws UnreadableAnswer {
        JsonNode value = field(name);
        if (!value.isTextual()) {
            throw new UnreadableAnswer(name + ": expected text, found: " + value);
        }
        return value.textValue();
    }

    long cents(String name) throws UnreadableAnswer {
        return Money.cents(field(name));
    }

    String status() throws UnreadableAnswer {
        String status = text("status");
        return switch (status) {
            case "OPEN" -> "O";
            case "PAID" -> "P";
            case "CANCELLED" -> "C";
            default -> throw new UnreadableAnswer("status: expected OPEN, PAID or CANCELLED, found: " + status);
        };
    }
}
