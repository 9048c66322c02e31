package dev.cutover.environment.spec;

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
        String name, Map<String, ComponentSpec> components, List<Link> links, Map<String, String> parameters) {

    /** The link client that is no component: the load injector. */
    public static final String CLIENT = "client";

    public EnvironmentSpec {
        components = new LinkedHashMap<>(components);
        links = List.copyOf(links);
        parameters = new LinkedHashMap<>(parameters);
        for (ComponentSpec component : components.values()) {
            for (String before : component.after()) {
                known("after of component '" + component.name() + "'", before, components.keySet());
            }
        }
        for (Link link : links) {
            check(link, components);
        }
        StartOrder.check(components);
    }

    private static void check(Link link, Map<String, ComponentSpec> components) {
        String where = "link '" + link.name() + "'";
        known(where, link.server(), components.keySet());
        if (!link.client().equals(CLIENT)) {
            known(where, link.client(), components.keySet());
        }
        Optional.ofNullable(components.get(link.server()))
                .filter(server -> !(server.kind() instanceof Kind.Kafka))
                .ifPresent(server ->
                        known(where + ", port", link.port(), server.ports().keySet()));
    }

    private static void known(String where, String name, Collection<String> names) {
        if (!names.contains(name)) {
            throw new EnvironmentException(
                    where + " names '" + name + "', which is not there; known: " + String.join(", ", names));
        }
    }

    public ComponentSpec component(String component) {
        known("the environment", component, components.keySet());
        return Optional.ofNullable(components.get(component)).orElseThrow();
    }

    /** The same environment with another program in the place of a Java component's. */
    public EnvironmentSpec withMain(String component, String module, String mainClass) {
        ComponentSpec replaced = component(component);
        if (!(replaced.kind() instanceof Kind.Java java)) {
            throw new EnvironmentException(
                    "component '" + component + "' is no Java program and cannot get main class " + mainClass);
        }
        Map<String, ComponentSpec> changed = new LinkedHashMap<>(components);
        changed.put(
                component,
                replaced.withKind(new Kind.Java(
                        new Kind.Program(module, mainClass, java.program().flags()))));
        return new EnvironmentSpec(name, changed, links, parameters);
    }
}
