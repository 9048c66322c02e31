package dev.cutover.environment.container;

import com.github.dockerjava.api.model.Ports;
import dev.cutover.environment.spec.EnvironmentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.testcontainers.containers.Container.ExecResult;

/** Proves of a container that it reaches nothing outside, and that nothing outside reaches it. */
record Isolation(ContainerEvents events) {
    /** RFC 5737: an address for documentation, which nobody has. */
    private static final String OUTSIDE = "192.0.2.1";

    private static final String PROBE = "exec 3<>/dev/tcp/" + OUTSIDE + "/80";
    private static final int LIMIT_SECONDS = 1;
    private static final int TIMED_OUT = 124;
    private static final String ANYWHERE = "00000000";

    /** Of a component: by its routes, by its networks, and by trying. */
    void proveByTrying(DockerContainer container) {
        Map<String, Object> seen = look(container);
        seen.put("probe", OUTSIDE + ":80: " + probe(container));
        events.isolated(container, seen);
    }

    /** Of a container in which nothing can be tried. */
    void prove(DockerContainer container) {
        events.isolated(container, look(container));
    }

    private Map<String, Object> look(DockerContainer container) {
        Map<String, Object> seen = new LinkedHashMap<>();
        var inspected = container.inspect();
        Set<String> networks =
                new TreeSet<>(inspected.getNetworkSettings().getNetworks().keySet());
        Set<String> own = new TreeSet<>();
        container.spec().endpoints().forEach(endpoint -> own.add(endpoint.network()));
        require(networks.equals(own), container, "is in the networks " + networks + " instead of " + own);
        Ports ports = inspected.getNetworkSettings().getPorts();
        boolean published =
                ports.getBindings().values().stream().anyMatch(binding -> binding != null && binding.length > 0);
        require(!published, container, "publishes ports: " + ports.getBindings().keySet());
        networks.forEach(network ->
                require(isInternal(network), container, "is in network " + network + ", which is not internal"));
        seen.put("networks", List.copyOf(networks));
        seen.put("internal", true);
        seen.put("publishedPorts", 0);
        // Engines before 23 give one even to internal networks, and drop what takes it.
        seen.put("defaultRoute", hasDefaultRoute(container) ? "to the bridge, which forwards nothing" : "none");
        return seen;
    }

    private static boolean isInternal(String network) {
        return Boolean.TRUE.equals(Engine.client()
                .inspectNetworkCmd()
                .withNetworkId(network)
                .exec()
                .getInternal());
    }

    /** The second column of the kernel's table is where a route leads. */
    private static boolean hasDefaultRoute(DockerContainer container) {
        Path routes = Path.of("/proc", Long.toString(container.pid()), "net/route");
        try (var lines = Files.lines(routes, StandardCharsets.US_ASCII)) {
            return lines.skip(1).map(line -> line.split("\\s+", -1)).anyMatch(columns -> columns[1].equals(ANYWHERE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot see the routes of " + container.spec().name() + " in " + routes, e);
        }
    }

    private static String probe(DockerContainer container) {
        try {
            ExecResult result = container.exec("timeout", Integer.toString(LIMIT_SECONDS), "bash", "-c", PROBE);
            require(result.getExitCode() != 0, container, "connected to " + OUTSIDE);
            if (result.getExitCode() == TIMED_OUT) {
                return "nothing comes back within " + LIMIT_SECONDS + " s";
            }
            String said = (result.getStdout() + result.getStderr()).strip();
            return said.substring(said.lastIndexOf(':') + 1).strip();
        } catch (IOException e) {
            return "not tried: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "not tried: interrupted";
        }
    }

    private static void require(boolean right, DockerContainer container, String otherwise) {
        if (!right) {
            throw new EnvironmentException(
                    "container " + container.spec().name() + " is not isolated: it " + otherwise);
        }
    }
}
