package dev.cutover.environment.container;

import com.github.dockerjava.api.model.Ports;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.record.event.Isolated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
    void proveByTrying(Box box) {
        events.isolated(look(box, OUTSIDE + ":80: " + probe(box)));
    }

    /** Of a container in which nothing can be tried. */
    void prove(Box box) {
        events.isolated(look(box, null));
    }

    private Isolated look(Box box, @Nullable String probe) {
        var inspected = box.inspect();
        Set<String> networks =
                new TreeSet<>(inspected.getNetworkSettings().getNetworks().keySet());
        Set<String> own = new TreeSet<>();
        box.spec().endpoints().forEach(endpoint -> own.add(endpoint.network()));
        require(networks.equals(own), box, "is in the networks " + networks + " instead of " + own);
        Ports ports = inspected.getNetworkSettings().getPorts();
        boolean published =
                ports.getBindings().values().stream().anyMatch(binding -> binding != null && binding.length > 0);
        require(!published, box, "publishes ports: " + ports.getBindings().keySet());
        networks.forEach(
                network -> require(isInternal(network), box, "is in network " + network + ", which is not internal"));
        // Engines before 23 give one even to internal networks, and drop what takes it.
        String route = hasDefaultRoute(box) ? "to the bridge, which forwards nothing" : "none";
        return new Isolated(box.spec().name(), List.copyOf(networks), true, 0, route, probe);
    }

    private static boolean isInternal(String network) {
        return Boolean.TRUE.equals(Engine.client()
                .inspectNetworkCmd()
                .withNetworkId(network)
                .exec()
                .getInternal());
    }

    /** The second column of the kernel's table is where a route leads. */
    private static boolean hasDefaultRoute(Box box) {
        Path routes = Path.of("/proc", Long.toString(box.pid()), "net/route");
        try (var lines = Files.lines(routes, StandardCharsets.US_ASCII)) {
            return lines.skip(1).map(line -> line.split("\\s+", -1)).anyMatch(columns -> columns[1].equals(ANYWHERE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot see the routes of " + box.spec().name() + " in " + routes, e);
        }
    }

    private static String probe(Box box) {
        try {
            ExecResult result = box.exec("timeout", Integer.toString(LIMIT_SECONDS), "bash", "-c", PROBE);
            require(result.getExitCode() != 0, box, "connected to " + OUTSIDE);
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

    private static void require(boolean right, Box box, String otherwise) {
        if (!right) {
            throw new EnvironmentException("container " + box.spec().name() + " is not isolated: it " + otherwise);
        }
    }
}
