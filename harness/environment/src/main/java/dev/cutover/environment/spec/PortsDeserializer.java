package dev.cutover.environment.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.environment.yaml.WrongValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ports as a list of names, {@code [http, admin]}, or with numbers, {@code {http: 8080}}. */
final class PortsDeserializer extends JsonDeserializer<Map<String, Integer>> {
    private static final int HIGHEST = 65_535;

    @Override
    public Map<String, Integer> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = context.readTree(parser);
        Map<String, Integer> ports = new LinkedHashMap<>();
        switch (node.getNodeType()) {
            case ARRAY -> node.forEach(name -> ports.put(name.asText(), 0));
            case OBJECT ->
                node.properties().forEach(port -> ports.put(port.getKey(), number(port.getKey(), port.getValue())));
            default -> throw WrongValue.here("must be a list of names, such as [http], but is '" + node.asText() + "'");
        }
        return ports;
    }

    private static int number(String port, JsonNode node) {
        int number = node.asInt(-1);
        if (number < 0 || number > HIGHEST) {
            throw WrongValue.at("must be a port from 0 (any free one) to 65535 but is '" + node.asText() + "'", port);
        }
        return number;
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) {
        return Map.of();
    }
}
