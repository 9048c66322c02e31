package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import dev.cutover.environment.running.Await;
import dev.cutover.record.run.RunDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Removes what a killed testbed may have left behind. */
public final class ContainerLeftovers {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private ContainerLeftovers() {}

    /**
     * Removes the containers of a run, with their volumes, and its networks.
     *
     * @return a sentence for each
     */
    public static List<String> remove(RunDirectory run) {
        List<String> removed = new ArrayList<>();
        var unused = Await.until(LIMIT, () -> removeOnce(Labels.of(run), removed));
        return removed;
    }

    /** True once nothing is left; others, such as Testcontainers' own cleaner, may be removing the same at the same time. */
    private static boolean removeOnce(Map<String, String> labels, List<String> removed) {
        DockerClient client = Engine.client();
        try {
            List<Container> containers = client.listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(labels)
                    .exec();
            for (Container container : containers) {
                remove(client, container.getId());
                removed.add("container " + Arrays.toString(container.getNames()) + " (" + container.getImage()
                        + "): removed");
            }
            List<Network> networks = networks(client, labels);
            for (Network network : networks) {
                client.removeNetworkCmd(network.getId()).exec();
                removed.add("network " + network.getName() + ": removed");
            }
            return containers.isEmpty() && networks.isEmpty();
        } catch (DockerException e) {
            return false;
        }
    }

    private static void remove(DockerClient client, String container) {
        try {
            client.removeContainerCmd(container)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException gone) {
            // Somebody else removes it.
        }
    }

    private static List<Network> networks(DockerClient client, Map<String, String> labels) {
        String[] filters = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toArray(String[]::new);
        return client.listNetworksCmd().withFilter("label", List.of(filters)).exec();
    }
}
