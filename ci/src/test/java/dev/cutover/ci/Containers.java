package dev.cutover.ci;

import com.github.dockerjava.api.DockerClient;
import dev.cutover.environment.container.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** What the engine has of a run. */
final class Containers {

    private Containers() {}

    /** The container suites run where this is true; elsewhere they count as skipped. */
    static boolean engineAnswers() {
        return Engine.look().answers();
    }

    static boolean hasImage(String name) {
        return !DockerClientFactory.instance()
                .client()
                .listImagesCmd()
                .withReferenceFilter(name)
                .exec()
                .isEmpty();
    }

    /** Containers and networks with the run's label; its volumes have none, but go with their containers. */
    static List<String> of(Path run) {
        DockerClient client = DockerClientFactory.instance().client();
        String label = "cutover.run=" + run.toAbsolutePath().normalize();
        List<String> found = new ArrayList<>();
        client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(
                        Map.of("cutover.run", run.toAbsolutePath().normalize().toString()))
                .exec()
                .forEach(container -> found.add(Arrays.toString(container.getNames())));
        client.listNetworksCmd()
                .withFilter("label", List.of(label))
                .exec()
                .forEach(network -> found.add(network.getName()));
        return found;
    }

    static int volumes() {
        return DockerClientFactory.instance()
                .client()
                .listVolumesCmd()
                .exec()
                .getVolumes()
                .size();
    }
}
