package dev.cutover.harness.plan;

import dev.cutover.harness.environment.containers.Images;
import dev.cutover.harness.plan.yaml.YamlFile;
import dev.cutover.harness.plan.yaml.YamlValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads which images are used. */
public final class ImagesReader {
    private ImagesReader() {}

    /**
     * Reads a file of lines such as {@code kafka: apache/kafka:4.3.1}.
     *
     * @throws dev.cutover.harness.plan.yaml.PlanException saying file, line, what was expected and what was found
     */
    public static Images read(Path file) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, YamlValue> entry : YamlFile.read(file).entries().entrySet()) {
            names.put(entry.getKey(), entry.getValue().text());
        }
        return new Images(names);
    }
}
