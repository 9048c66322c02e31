package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.WrongValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An environment as it is written.
 *
 * @param parameters defaults of what {@code ${parameter …}} stands for
 * @param images by name, in the place of those that the testbed pins
 * @param links {@code client->server} to the server's component, or {@code component.port} if it has several ports
 */
public record EnvironmentFile(
        String name,
        Map<String, String> parameters,
        Map<String, String> images,
        Map<String, ComponentFile> components,
        Map<String, String> links) {
    private static final String ARROW = "->";

    EnvironmentSpec spec() {
        List<Link> connected = new ArrayList<>();
        links.forEach((link, target) -> connected.add(link(link, target)));
        Map<String, ComponentSpec> described = new LinkedHashMap<>();
        components.forEach((component, file) -> described.put(component, file.spec(component, connected)));
        return new EnvironmentSpec(name, described, connected, parameters);
    }

    private Link link(String name, String target) {
        int arrow = name.indexOf(ARROW);
        if (arrow <= 0 || arrow + ARROW.length() == name.length()) {
            throw WrongValue.at("must be called client->server, such as bridge->old", "links", name);
        }
        int dot = target.indexOf('.');
        String server = dot < 0 ? target : target.substring(0, dot);
        ComponentFile component = components.get(server);
        if (component == null) {
            throw WrongValue.at(
                    "leads to '" + server + "', which is no component" + Nearest.question(server, components.keySet())
                            + " components: " + String.join(", ", components.keySet()),
                    "links",
                    name);
        }
        Kind kind = component.kind(server);
        String port = dot < 0 ? onlyPort(name, server, component.linkablePorts(kind)) : target.substring(dot + 1);
        return new Link(name, name.substring(0, arrow), server, port, protocol(kind));
    }

    private static String onlyPort(String link, String server, List<String> ports) {
        if (ports.size() != 1) {
            String which = ports.isEmpty() ? "it has none" : server + "." + String.join(" or " + server + ".", ports);
            throw WrongValue.at("must say which port of '" + server + "' it goes to: " + which, "links", link);
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
