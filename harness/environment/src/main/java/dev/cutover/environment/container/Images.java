package dev.cutover.environment.container;

import dev.cutover.environment.spec.EnvironmentException;
import java.util.LinkedHashMap;
import java.util.Map;

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

    String named(String name) {
        String image = names.get(name);
        if (image == null) {
            throw new EnvironmentException(
                    "no image is known as '" + name + "'; there are: " + String.join(", ", names.keySet()));
        }
        return image;
    }
}
