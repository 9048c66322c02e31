package dev.cutover.bridge.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A request body of the old contract, read field by field. */
public final class OldRequest {
    private static final Pattern OPERATION_ID = Pattern.compile("[1-9][0-9]{0,18}");

    private final JsonNode body;

    private OldRequest(JsonNode body) {
        this.body = body;
    }

    public static OldRequest read(byte[] json) throws MalformedRequest {
        try {
            return new OldRequest(Json.read(json));
        } catch (IOException e) {
            throw new MalformedRequest("expected a JSON object, found something else");
        }
    }

    /** The operation id; every write has one. */
    public String operationId() throws MalformedRequest {
        JsonNode id = field("opId");
        if (!id.isTextual() || !OPERATION_ID.matcher(id.textValue()).matches()) {
            throw new MalformedRequest("opId: expected a positive 64-bit integer as a string, found: " + id);
        }
        return id.textValue();
    }

    long number(String name) throws MalformedRequest {
        JsonNode value = field(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new MalformedRequest(name + ": expected a 64-bit integer, found: " + value);
        }
        return value.longValue();
    }

    BigDecimal money(String name) throws MalformedRequest {
        return Money.decimal(number(name));
    }

    /** A field that is the same in both contracts; new judges it, JSON null if it is missing. */
    JsonNode field(String name) {
        JsonNode value = body.get(name);
        return value == null ? NullNode.getInstance() : value;
    }
}
