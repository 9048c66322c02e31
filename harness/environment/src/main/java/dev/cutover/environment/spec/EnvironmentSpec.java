package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.WrongValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment as it is described: what is started and what is connected to what.
 *
 * @param parameters defaults of what {@code ${parameter …}} stands for
 */
public record EnvironmentSpec(
        String name,
        Map<String, ComponentSpec> components,
        List<Link> links,
        Map<String, String> parameters,
        Origin origin) {

    /** The link client that is no component: the load injector. */
    public static final String CLIENT = "client";

    public EnvironmentSpec {
        components = new LinkedHashMap<>(components);
        links = List.copyOf(links);
        parameters = new LinkedHashMap<>(parameters);
        for (ComponentSpec component : components.values()) {
            for (String before : component.after()) {
                known(before, components.keySet(), "waits for", "components", component.name(), "after");
            }
        }
        for (Link link : links) {
            check(link, components);
        }
        StartOrder.check(components);
    }

    /** One that no file describes. */
    public EnvironmentSpec(
            String name, Map<String, ComponentSpec> components, List<Link> links, Map<String, String> parameters) {
        this(name, components, links, parameters, Origin.NOWHERE);
    }

    private static void check(Link link, Map<String, ComponentSpec> components) {
        known(link.server(), components.keySet(), "leads to", "links", link.name());
        if (!link.client().equals(CLIENT)) {
            known(link.client(), components.keySet(), "comes from", "links", link.name());
        }
        Optional.ofNullable(components.get(link.server()))
                .filter(server -> !(server.kind() instanceof Kind.Kafka))
                .ifPresent(
                        server -> known(link.port(), server.ports().keySet(), "leads to port", "links", link.name()));
    }

    private static void known(String name, Collection<String> names, String what, Object... path) {
        if (!names.contains(name)) {
            throw WrongValue.at(
                    what + " '" + name + "', which is not there" + Nearest.question(name, names) + " there are: "
                            + String.join(", ", names),
                    path);
        }
    }

    public ComponentSpec component(String component) {
        return Optional.ofNullable(components.get(component))
                .orElseThrow(() -> new EnvironmentException("the environment has no component '" + component + "'"
                        + Nearest.question(component, components.keySet()) + " components: "
                        + String.join(", ", components.keySet())));
    }

    /** The same environment with another program in the place of a Java component's, and more variables of its environment. */
    public EnvironmentSpec withMain(String component, String module, String mainClass, Map<String, String> variables) {
        ComponentSpec replaced = component(component);
        if (!(replaced.kind() instanceof Kind.Java java)) {
            throw new EnvironmentException(
                    "component '" + component + "' is no Java program and cannot get main class " + mainClass);
        }
        Map<String, ComponentSpec> changed = new LinkedHashMap<>(components);
        changed.put(
                component,
                replaced.as(
                        new Kind.Java(new Kind.Program(
                                module, mainClass, java.program().flags())),
                        variables));
        return new EnvironmentSpec(name, changed, links, parameters, origin);
    }
}
