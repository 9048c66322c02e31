package dev.cutover.environment.running;

import dev.cutover.environment.Network;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which address everything has; fixed before anything starts.
 *
 * @param ports component to port name to where it listens
 * @param proxies link to where its client connects
 */
public record Addresses(Map<String, Map<String, Address>> ports, Map<String, Address> proxies) {

    public static Addresses of(EnvironmentSpec spec, Platform platform, Network network) {
        Map<String, Map<String, Address>> ports = new LinkedHashMap<>();
        spec.components().forEach((name, component) -> ports.put(name, ports(component, spec.links(), platform)));
        Map<String, Address> proxies = new LinkedHashMap<>();
        Addresses withoutProxies = new Addresses(ports, Map.of());
        for (Link link : spec.links()) {
            proxies.put(link.name(), network.open(link, withoutProxies.upstream(link, spec)));
        }
        return new Addresses(ports, proxies);
    }

    private static Map<String, Address> ports(ComponentSpec component, List<Link> links, Platform platform) {
        Map<String, Integer> wanted = new LinkedHashMap<>(component.ports());
        if (component.kind() instanceof Kind.Kafka) {
            links.stream()
                    .filter(link -> link.server().equals(component.name()))
                    .forEach(link -> wanted.put(link.name(), 0));
        }
        Map<String, Address> ports = new LinkedHashMap<>();
        wanted.forEach((name, port) -> ports.put(name, platform.allocate(component.name(), port)));
        return ports;
    }

    private Address upstream(Link link, EnvironmentSpec spec) {
        boolean kafka = spec.component(link.server()).kind() instanceof Kind.Kafka;
        return direct(link.server(), kafka ? link.name() : link.port());
    }

    Address proxy(String link) {
        return Optional.ofNullable(proxies.get(link))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no link '" + link + "'; there are: " + String.join(", ", proxies.keySet())));
    }

    /** Port name to where the component listens. */
    public Map<String, Address> portsOf(String component) {
        return Optional.ofNullable(ports.get(component))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no component '" + component + "'; there are: " + String.join(", ", ports.keySet())));
    }

    public Address direct(String component, String port) {
        Map<String, Address> named = portsOf(component);
        return Optional.ofNullable(named.get(port))
                .orElseThrow(() -> new IllegalArgumentException("component '" + component + "' has no port '" + port
                        + "'; it has: " + String.join(", ", named.keySet())));
    }

    /** The proxies of the links whose client this is. */
    Map<String, Address> proxiesOf(String client, EnvironmentSpec spec) {
        Map<String, Address> own = new LinkedHashMap<>();
        spec.links().stream()
                .filter(link -> link.client().equals(client))
                .forEach(link -> own.put(link.name(), proxy(link.name())));
        return own;
    }
}
