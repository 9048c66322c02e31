package dev.cutover.harness.environment.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import dev.cutover.harness.evidence.RunDirectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Removes what a killed testbed may have left behind. */
public final class ContainerLeftovers {
    private ContainerLeftovers() {}

    /**
     * Removes the containers of a run, with their volumes, and its networks.
     *
     * @return a sentence for each
     */
    public static List<String> remove(RunDirectory run) {
        Map<String, String> labels = Labels.of(run);
        DockerClient client = Engine.client();
        List<String> removed = new ArrayList<>();
        for (Container container : client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels)
                .exec()) {
            client.removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
            removed.add(
                    "container " + Arrays.toString(container.getNames()) + " (" + container.getImage() + "): removed");
        }
        for (Network network : networks(client, labels)) {
            client.removeNetworkCmd(network.getId()).exec();
            removed.add("network " + network.getName() + ": removed");
        }
        return removed;
    }

    private static List<Network> networks(DockerClient client, Map<String, String> labels) {
        String[] filters = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toArray(String[]::new);
        return client.listNetworksCmd().withFilter("label", List.of(filters)).exec();
    }
}
