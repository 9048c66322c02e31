package dev.cutover.harness.environment.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A container with fixed addresses in its networks, no published port and no privilege; it counts as started once it was. */
final class Wired extends GenericContainer<Wired> {
    private final List<Side.Endpoint> others;

    Wired(BoxSpec spec) {
        super(DockerImageName.parse(spec.image()));
        Side.Endpoint first = spec.endpoints().getFirst();
        others = spec.endpoints().subList(1, spec.endpoints().size());
        withEnv(spec.environment());
        withLabels(spec.labels());
        withNetworkMode(first.network());
        withStartupCheckStrategy(new AtOnce());
        waitingFor(new Nothing());
        if (!spec.command().isEmpty()) {
            withCommand(spec.command().toArray(String[]::new));
        }
        withCreateContainerCmdModifier(command -> restrict(command, spec, first));
    }

    private static void restrict(CreateContainerCmd command, BoxSpec spec, Side.Endpoint first) {
        HostConfig host = command.getHostConfig();
        if (host != null) {
            host.withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges"))
                    .withBinds(spec.binds());
        }
        command.withIpv4Address(first.address());
        if (!spec.user().isEmpty()) {
            command.withUser(spec.user());
        }
    }

    @Override
    protected void containerIsCreated(String id) {
        for (Side.Endpoint other : others) {
            var address = new ContainerNetwork.Ipam().withIpv4Address(other.address());
            dockerClient
                    .connectToNetworkCmd()
                    .withContainerId(id)
                    .withNetworkId(other.network())
                    .withContainerNetwork(new ContainerNetwork().withIpamConfig(address))
                    .exec();
        }
    }

    /** Testcontainers' own checks ask at most once a second, for all containers together. */
    private static final class AtOnce extends StartupCheckStrategy {
        @Override
        public boolean waitUntilStartupSuccessful(DockerClient client, String id) {
            return true;
        }

        @Override
        public StartupStatus checkStartupState(DockerClient client, String id) {
            ContainerState state = client.inspectContainerCmd(id).exec().getState();
            return Boolean.TRUE.equals(state.getRunning()) ? StartupStatus.SUCCESSFUL : StartupStatus.FAILED;
        }
    }

    /** Components say themselves when they are ready. */
    private static final class Nothing extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
