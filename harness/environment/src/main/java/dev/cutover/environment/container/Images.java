package dev.cutover.environment.container;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.yaml.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which images are used: name to image, such as {@code kafka} to {@code apache/kafka:4.3.1}. */
public record Images(Map<String, String> names) {
    public Images {
        names = new LinkedHashMap<>(names);
    }

    /**
     * Reads a file of lines such as {@code kafka: apache/kafka:4.3.1}.
     *
     * @throws dev.cutover.environment.yaml.PlanException saying file, line, what was expected and what was found
     */
    public static Images read(Path file) {
        return new Images(YamlFile.read(file).bindNamed(String.class));
    }

    /** The same with some replaced; a name that is not known is refused. */
    public Images with(Map<String, String> others) {
        others.keySet().forEach(this::named);
        Map<String, String> all = new LinkedHashMap<>(names);
        all.putAll(others);
        return new Images(all);
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
