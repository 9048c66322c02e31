package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a container is started with.
 *
 * @param name of the component, or of the part of the testbed
 * @param command arguments of the image's entry point; none: the image's own
 * @param user as in docker run --user; empty: the image's own
 * @param endpoints where it is; none: without a network
 * @param binds directories of this machine that it sees, at the same paths
 * @param hidden what it does not see of them
 * @param log file its output is appended to
 */
record DockerContainerSpec(
        String name,
        String image,
        List<String> command,
        Map<String, String> environment,
        String user,
        List<LinkNetwork.Endpoint> endpoints,
        List<Bind> binds,
        HiddenRuns hidden,
        Path log,
        Map<String, String> labels,
        Limits limits) {
    /** The engine's own name of it. */
    static final String NO_NETWORK = "none";

    DockerContainerSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        endpoints = List.copyOf(endpoints);
        binds = List.copyOf(binds);
        labels = Map.copyOf(labels);
    }

    /**
     * Makes the container, with fixed addresses in its networks, no published port and no privilege; returns its id.
     */
    String create(DockerClient client) {
        var creation = client.createContainerCmd(image)
                .withHostConfig(hostConfig())
                .withLabels(labels)
                .withEnv(environment.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList());
        if (!endpoints.isEmpty()) {
            creation.withIpv4Address(endpoints.getFirst().address());
        }
        if (!command.isEmpty()) {
            creation.withCmd(command);
        }
        if (!user.isEmpty()) {
            creation.withUser(user);
        }
        String id = creation.exec().getId();
        endpoints.stream().skip(1).forEach(other -> join(client, id, other));
        return id;
    }

    HostConfig hostConfig() {
        HostConfig config = HostConfig.newHostConfig()
                .withNetworkMode(
                        endpoints.isEmpty() ? NO_NETWORK : endpoints.getFirst().network())
                .withSecurityOpts(List.of("no-new-privileges"))
                .withBinds(binds)
                .withTmpFs(hidden.within(binds));
        limits.applyTo(config);
        return config;
    }

    private static void join(DockerClient client, String id, LinkNetwork.Endpoint endpoint) {
        var address = new ContainerNetwork.Ipam().withIpv4Address(endpoint.address());
        client.connectToNetworkCmd()
                .withContainerId(id)
                .withNetworkId(endpoint.network())
                .withContainerNetwork(new ContainerNetwork().withIpamConfig(address))
                .exec();
    }
}
