package dev.cutover.environment.container;

import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.environment.yaml.YamlValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads which images are used. */
public final class ImagesReader {
    private ImagesReader() {}

    /**
     * Reads a file of lines such as {@code kafka: apache/kafka:4.3.1}.
     *
     * @throws dev.cutover.environment.yaml.PlanException saying file, line, what was expected and what was found
     */
    public static Images read(Path file) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, YamlValue> entry : YamlFile.read(file).entries().entrySet()) {
            names.put(entry.getKey(), entry.getValue().text());
        }
        return new Images(names);
    }
}
