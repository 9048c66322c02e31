package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code client->server: component} or {@code client->server: component.port}. */
final class LinkReader {
    private static final String ARROW = "->";

    private LinkReader() {}

    static Link link(String name, YamlValue value, Map<String, ComponentReader> components) {
        int arrow = name.indexOf(ARROW);
        if (arrow <= 0 || arrow + ARROW.length() == name.length()) {
            throw value.error("a link is called client->server, found '" + name + "'");
        }
        String target = value.text();
        int dot = target.indexOf('.');
        String server = dot < 0 ? target : target.substring(0, dot);
        ComponentReader component = Optional.ofNullable(components.get(server))
                .orElseThrow(() -> value.error("link '" + name + "' names component '" + server + "'"
                        + Nearest.question(server, components.keySet()) + " components: "
                        + String.join(", ", components.keySet())));
        String port = dot < 0 ? onlyPort(name, server, value, component) : target.substring(dot + 1);
        return new Link(name, name.substring(0, arrow), server, port, protocol(component.kind()));
    }

    private static String onlyPort(String link, String server, YamlValue value, ComponentReader component) {
        List<String> ports = component.linkablePorts();
        if (ports.size() != 1) {
            throw value.error("link '" + link + "' must say which port of '" + server + "' it goes to: "
                    + (ports.isEmpty() ? "it has none" : server + "." + String.join(" or " + server + ".", ports)));
        }
        return ports.getFirst();
    }

    private static Protocol protocol(Kind kind) {
        return switch (kind) {
            case Kind.Postgres postgres -> Protocol.POSTGRES;
            case Kind.Kafka kafka -> Protocol.KAFKA;
            case Kind.Java java -> Protocol.HTTP;
            case Kind.Command command -> Protocol.HTTP;
        };
    }
}
