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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.Container.ExecResult;

/** Proves of a container that it reaches nothing outside, and that nothing outside reaches it. */
record Isolation(ContainerEvents events) {
    private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);

    /** RFC 5737: an address for documentation, which nobody has. */
    private static final String OUTSIDE = "192.0.2.1";

    private static final String PROBE = "exec 3<>/dev/tcp/" + OUTSIDE + "/80";
    private static final int LIMIT_SECONDS = 1;
    private static final int TIMED_OUT = 124;
    private static final int REFUSED = 1;
    private static final String NO_SUCH_DEVICE = "No such file or directory";
    private static final String ANYWHERE = "00000000";

    /** Of a component: by its routes, by its networks, and by trying. */
    void proveByTrying(DockerContainer container) {
        Trial trial = probe(container);
        events.isolated(look(container, OUTSIDE + ":80: " + trial.seen(), trial.conclusive()));
        if (!trial.conclusive()) {
            LOG.warn(
                    "container {}: whether it reaches anything outside is UNKNOWN: {}",
                    container.spec().name(),
                    trial.seen());
        }
    }

    /** Of a container in which nothing can be tried. */
    void prove(DockerContainer container) {
        events.isolated(look(container, null, null));
    }

    private Isolated look(DockerContainer container, @Nullable String probe, @Nullable Boolean proven) {
        var inspected = container.inspect();
        Set<String> networks =
                new TreeSet<>(inspected.getNetworkSettings().getNetworks().keySet());
        networks.remove(DockerContainerSpec.NO_NETWORK);
        Set<String> own = new TreeSet<>();
        container.spec().endpoints().forEach(endpoint -> own.add(endpoint.network()));
        require(networks.equals(own), container, "is in the networks " + networks + " instead of " + own);
        Ports ports = inspected.getNetworkSettings().getPorts();
        boolean published =
                ports.getBindings().values().stream().anyMatch(binding -> binding != null && binding.length > 0);
        require(!published, container, "publishes ports: " + ports.getBindings().keySet());
        networks.forEach(network ->
                require(isInternal(network), container, "is in network " + network + ", which is not internal"));
        // Engines before 23 give one even to internal networks, and drop what takes it.
        String route = hasDefaultRoute(container) ? "to the bridge, which forwards nothing" : "none";
        return new Isolated(container.spec().name(), List.copyOf(networks), true, 0, route, probe, proven);
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

    private static Trial probe(DockerContainer container) {
        try {
            ExecResult result = container.exec("timeout", Integer.toString(LIMIT_SECONDS), "bash", "-c", PROBE);
            require(result.getExitCode() != 0, container, "connected to " + OUTSIDE);
            return Trial.of(result.getExitCode(), result.getStdout() + result.getStderr());
        } catch (IOException e) {
            return new Trial(false, "not tried: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trial(false, "not tried: interrupted");
        }
    }

    /**
     * What came of trying to connect, if that did not succeed.
     *
     * @param conclusive whether it was tried at all
     */
    record Trial(boolean conclusive, String seen) {

        /**
         * Only what was refused or timed out was tried: where bash or timeout is missing, or knows no /dev/tcp, nothing
         * was.
         */
        static Trial of(int exitCode, String said) {
            String last = said.strip().lines().reduce("", (before, line) -> line);
            return switch (exitCode) {
                case TIMED_OUT -> new Trial(true, "nothing comes back within " + LIMIT_SECONDS + " s");
                case REFUSED ->
                    new Trial(
                            !said.contains(NO_SUCH_DEVICE),
                            last.substring(last.lastIndexOf(':') + 1).strip());
                default -> new Trial(false, "could not be tried: exit code " + exitCode + ": " + last);
            };
        }
    }

    private static void require(boolean right, DockerContainer container, String otherwise) {
        if (!right) {
            throw new EnvironmentException(
                    "container " + container.spec().name() + " is not isolated: it " + otherwise);
        }
    }
}
