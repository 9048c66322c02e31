package dev.cutover.environment.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
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
import java.util.Optional;

/**
 * Removes what a killed testbed may have left behind. Safe while others, such as Testcontainers' own cleaner, remove
 * the same.
 */
public final class ContainerLeftovers {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String RUN = "cutover.run";

    private final Map<String, String> labels;
    private final List<String> removed = new ArrayList<>();
    private String obstacle = "";

    private ContainerLeftovers(Map<String, String> labels) {
        this.labels = labels;
    }

    /**
     * What was removed, a sentence for each container and network.
     *
     * @param failure why something may be left; empty if nothing is
     */
    public record Removal(List<String> removed, Optional<String> failure) {
        public Removal {
            removed = List.copyOf(removed);
        }
    }

    /** What marks everything that a run starts; by its place, as two runs may have the same name. */
    static Map<String, String> labels(RunDirectory run) {
        return Map.of(RUN, run.root().toAbsolutePath().normalize().toString());
    }

    /** Removes the containers of a run, with their volumes, and its networks. */
    public static Removal remove(RunDirectory run) {
        Engine.Look engine = Engine.look();
        if (!engine.answers()) {
            return new Removal(
                    List.of(),
                    Optional.of("containers and networks of the run NOT removed: " + engine.found()
                            + "; start the engine and try again"));
        }
        return new ContainerLeftovers(labels(run)).removeAll();
    }

    /** How much there is of what this process started for a run, for a message; empty if nothing is left. Changes nothing. */
    public static Optional<String> left(RunDirectory run) {
        if (!Engine.reached()) {
            return Optional.empty();
        }
        try {
            var leftovers = new ContainerLeftovers(labels(run));
            int containers = leftovers.containers(Engine.client()).size();
            int networks = leftovers.networks(Engine.client()).size();
            return containers + networks == 0
                    ? Optional.empty()
                    : Optional.of(containers + " containers and " + networks + " networks");
        } catch (RuntimeException e) {
            // Not the client's exceptions alone: a lost connection to the engine is none of them.
            return Optional.of("an unknown number of containers (the engine: " + e.getMessage() + ")");
        }
    }

    private Removal removeAll() {
        boolean nothingLeft = Await.until(LIMIT, this::removeOnce);
        return new Removal(
                removed,
                nothingLeft
                        ? Optional.empty()
                        : Optional.of("containers and networks of the run NOT all removed within " + LIMIT.toSeconds()
                                + " s" + obstacle + "; docker ps -a --filter label=" + RUN + " shows what is left"));
    }

    /** True once nothing is left. */
    private boolean removeOnce() {
        try {
            DockerClient client = Engine.client();
            List<Container> containers = containers(client);
            containers.forEach(container -> remove(client, container));
            List<Network> networks = networks(client);
            networks.forEach(network -> remove(client, network));
            return containers.isEmpty() && networks.isEmpty();
        } catch (RuntimeException e) {
            // Not the client's exceptions alone: a lost connection to the engine is none of them.
            obstacle = ": " + String.valueOf(e.getMessage()).strip();
            return false;
        }
    }

    private void remove(DockerClient client, Container container) {
        try {
            client.removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
            removed.add(
                    "container " + Arrays.toString(container.getNames()) + " (" + container.getImage() + "): removed");
        } catch (NotFoundException | ConflictException gone) {
            // Somebody else removes it.
        }
    }

    private void remove(DockerClient client, Network network) {
        try {
            client.removeNetworkCmd(network.getId()).exec();
            removed.add("network " + network.getName() + ": removed");
        } catch (NotFoundException gone) {
            // Somebody else removed it.
        }
    }

    private List<Container> containers(DockerClient client) {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels)
                .exec();
    }

    private List<Network> networks(DockerClient client) {
        String[] filters = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toArray(String[]::new);
        return client.listNetworksCmd().withFilter("label", List.of(filters)).exec();
    }
}
