package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.WrongValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment as it is written.
 *
 * @param name what it is called in messages
 * @param here the folder that files are relative to; without it the one that this file is in
 * @param parameters defaults of what {@code ${parameter …}} stands for; a plan's own win
 * @param images images by name, in the place of those that the testbed pins: postgres, kafka, toxiproxy, jre
 * @param components what is started, by name
 * @param links every connection between two components, as {@code client->server}; each gets a proxy, by which it can be broken
 */
public record EnvironmentFile(
        String name,
        Optional<String> here,
        Map<String, String> parameters,
        Map<String, String> images,
        Map<String, ComponentFile> components,
        Map<String, LinkFile> links) {
    private static final String ARROW = "->";

    EnvironmentSpec spec(Path folder, Origin.Places places) {
        Origin origin = new Origin(here.map(folder::resolve).orElse(folder), places);
        List<Link> connected = new ArrayList<>();
        links.forEach((link, file) -> connected.add(link(link, file)));
        OwnFolder own = new OwnFolder(origin.here());
        Map<String, ComponentSpec> described = new LinkedHashMap<>();
        components.forEach((component, file) -> described.put(component, file.spec(component, connected, own)));
        return new EnvironmentSpec(name, described, connected, parameters, origin);
    }

    /** The same with other parameters and images, to be read from anywhere. */
    EnvironmentFile resolved(Map<String, String> other, Map<String, String> otherImages, Path folder) {
        return new EnvironmentFile(name, Optional.of(folder.toString()), other, otherImages, components, links);
    }

    private Link link(String name, LinkFile file) {
        int arrow = name.indexOf(ARROW);
        if (arrow <= 0 || arrow + ARROW.length() == name.length()) {
            throw WrongValue.at("must be called client->server, such as bridge->old", "links", name);
        }
        String target = file.to();
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
        String port = dot < 0 ? onlyPort(name, server, component.linkablePorts(server)) : target.substring(dot + 1);
        return file.link(name, name.substring(0, arrow), component, server, port);
    }

    private static String onlyPort(String link, String server, List<String> ports) {
        if (ports.size() != 1) {
            String which = ports.isEmpty() ? "it has none" : server + "." + String.join(" or " + server + ".", ports);
            throw WrongValue.at("must say which port of '" + server + "' it goes to: " + which, "links", link);
        }
        return ports.getFirst();
    }
}
