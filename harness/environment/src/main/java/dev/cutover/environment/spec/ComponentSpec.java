package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.WrongValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A component as it is described.
 *
 * @param image what it runs as in a container; without it, as its kind does by itself
 * @param ports name to number; 0 is any free one
 * @param environment variables; may hold placeholders such as {@code ${port http}} and {@code ${link bridge->old}}
 * @param after the components that must be ready before this one is started
 * @param readyWithin limit from its start until it is ready
 * @param tls those of the ports that speak TLS
 * @param files name in its scratch directory to the template that it is written from
 * @param jdbc how its database is read, if the testbed does not know by itself; with placeholders
 * @param confinement in a container
 */
public record ComponentSpec(
        String name,
        Kind kind,
        Optional<String> image,
        Map<String, Integer> ports,
        Map<String, String> environment,
        Ready ready,
        Set<String> after,
        Duration readyWithin,
        Set<String> tls,
        Map<String, Path> files,
        Optional<Jdbc> jdbc,
        Confinement confinement) {
    public ComponentSpec {
        files = new LinkedHashMap<>(files);
        ports = new LinkedHashMap<>(ports);
        environment = new LinkedHashMap<>(environment);
        after = Set.copyOf(after);
        tls = Set.copyOf(tls);
        String readyPort = switch (ready) {
            case Ready.Http http -> http.port();
            case Ready.Tcp tcp -> tcp.port();
            case Ready.ByKind byKind -> "";
        };
        if (!readyPort.isEmpty()) {
            requirePort(name, readyPort, ports.keySet(), "ready");
        }
        for (String port : tls) {
            requirePort(name, port, ports.keySet(), "tls");
            if (!(kind instanceof Kind.Java || kind instanceof Kind.Command)) {
                throw WrongValue.at(
                        "is for java, command and image; to other kinds the testbed's own clients speak without TLS",
                        "components",
                        name,
                        "tls");
            }
        }
    }

    private static void requirePort(String component, String port, Set<String> ports, String key) {
        if (!ports.contains(port)) {
            throw WrongValue.at(
                    "names port '" + port + "'" + Nearest.question(port, ports) + " its ports are: "
                            + String.join(", ", ports),
                    "components",
                    component,
                    key);
        }
    }

    /** One without files, and confined as usual. */
    public ComponentSpec(
            String name,
            Kind kind,
            Optional<String> image,
            Map<String, Integer> ports,
            Map<String, String> environment,
            Ready ready,
            Set<String> after,
            Duration readyWithin) {
        this(
                name,
                kind,
                image,
                ports,
                environment,
                ready,
                after,
                readyWithin,
                Set.of(),
                Map.of(),
                Optional.empty(),
                Confinement.USUAL);
    }

    /** What addresses of pages at one of its ports begin with. */
    public String origin(String port, Address address) {
        return origin(tls.contains(port), address);
    }

    /** The same for a link to one of its ports, which may say by itself that it speaks TLS. */
    public String origin(Link link, Address proxy) {
        return origin(link.tls() || tls.contains(link.port()), proxy);
    }

    private static String origin(boolean tls, Address address) {
        return (tls ? "https://" : "http://") + address;
    }

    /** The same component with another limit. */
    public ComponentSpec readyWithin(Duration limit) {
        return new ComponentSpec(
                name, kind, image, ports, environment, ready, after, limit, tls, files, jdbc, confinement);
    }

    /** The same component as another program, with more variables, which an image of its own would not hold. */
    ComponentSpec as(Kind other, Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(variables);
        return new ComponentSpec(
                name, other, Optional.empty(), ports, all, ready, after, readyWithin, tls, files, jdbc, confinement);
    }
}
