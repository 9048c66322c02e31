package dev.cutover.harness.environment.containers;

import com.github.dockerjava.api.model.Bind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a container is started with.
 *
 * @param name of the component, or of the part of the testbed
 * @param command arguments of the image's entry point; none: the image's own
 * @param user as in docker run --user; empty: the image's own
 * @param endpoints where it is; at least one
 * @param binds directories of this machine that it sees, at the same paths
 * @param log file its output is appended to
 */
record BoxSpec(
        String name,
        String image,
        List<String> command,
        Map<String, String> environment,
        String user,
        List<Side.Endpoint> endpoints,
        List<Bind> binds,
        Path log,
        Map<String, String> labels) {
    BoxSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        endpoints = List.copyOf(endpoints);
        binds = List.copyOf(binds);
        labels = Map.copyOf(labels);
    }
}
