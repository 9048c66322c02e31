package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Address;
import dev.cutover.harness.environment.ComponentSpec;
import dev.cutover.harness.environment.EnvironmentSpec;
import dev.cutover.harness.environment.Kind;
import dev.cutover.harness.environment.Link;
import dev.cutover.harness.environment.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which address everything has; fixed before anything starts.
 *
 * @param ports component to port name to number
 * @param proxies link to where its client connects
 */
record Layout(Map<String, Map<String, Integer>> ports, Map<String, Address> proxies) {
    private static final String HOST = "127.0.0.1";

    static Layout of(EnvironmentSpec spec, FreePorts free, Network network) {
        Map<String, Map<String, Integer>> ports = new LinkedHashMap<>();
        spec.components().forEach((name, component) -> ports.put(name, ports(component, spec.links(), free)));
        Map<String, Address> proxies = new LinkedHashMap<>();
        Layout withoutProxies = new Layout(ports, Map.of());
        for (Link link : spec.links()) {
            proxies.put(link.name(), network.open(link, withoutProxies.upstream(link, spec)));
        }
        return new Layout(ports, proxies);
    }

    private static Map<String, Integer> ports(ComponentSpec component, List<Link> links, FreePorts free) {
        Map<String, Integer> ports = new LinkedHashMap<>(component.ports());
        if (component.kind() instanceof Kind.Kafka) {
            links.stream()
                    .filter(link -> link.server().equals(component.name()))
                    .forEach(link -> ports.put(link.name(), 0));
        }
        ports.replaceAll((name, port) -> port == 0 ? free.take() : port);
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

    Map<String, Integer> portsOf(String component) {
        return Optional.ofNullable(ports.get(component))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no component '" + component + "'; there are: " + String.join(", ", ports.keySet())));
    }

    Address direct(String component, String port) {
        Map<String, Integer> named = portsOf(component);
        return Optional.ofNullable(named.get(port))
                .map(number -> new Address(HOST, number))
                .orElseThrow(() -> new IllegalArgumentException("component '" + component + "' has no port '" + port
                        + "'; it has: " + String.join(", ", named.keySet())));
    }
}
