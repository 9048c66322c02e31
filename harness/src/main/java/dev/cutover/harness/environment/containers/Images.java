package dev.cutover.harness.environment.containers;

import dev.cutover.harness.environment.EnvironmentException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** Which images are used: name to image, such as {@code kafka} to {@code apache/kafka:4.3.1}. */
public record Images(Map<String, String> names) {
    public Images {
        names = new LinkedHashMap<>(names);
    }

    /** The same with some replaced; a name that is not known is refused. */
    public Images with(Map<String, String> others) {
        others.keySet().forEach(this::named);
        Map<String, String> all = new LinkedHashMap<>(names);
        all.putAll(others);
        return new Images(all);
    }

    /** Pulls an image unless it is here. */
    static void ensure(String image) {
        try {
            var unused = new RemoteDockerImage(DockerImageName.parse(image)).get();
        } catch (RuntimeException e) {
            throw new EnvironmentException(
                    "the image " + image + " is not here and could not be pulled: " + root(e)
                            + "; where no registry can be reached, ci/images/build-local builds it",
                    e);
        }
    }

    private static String root(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage()).strip();
    }

    String named(String name) {
        String image = names.get(name);
        if (image == null) {
            throw new EnvironmentException(
                    "no image is known as '" + name + "'; there are: " + String.join(", ", names.keySet()));
        }
        return image;
    }
}
