package dev.cutover.chaos.toxiproxy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * One toxic of a proxy, as Toxiproxy knows it.
 *
 * @param name unique in its proxy
 * @param type such as {@code latency}
 * @param stream the direction in the spelling of Toxiproxy; both directions are two toxics
 * @param attributes by type; milliseconds, KB/s or bytes
 * @param toxicity the share of the connections that it is for; drawn for each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Toxic(String name, String type, String stream, Map<String, Long> attributes, double toxicity) {
    public Toxic {
        attributes = Map.copyOf(attributes);
    }
}
