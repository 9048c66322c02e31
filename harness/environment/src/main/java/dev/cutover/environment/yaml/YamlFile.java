package dev.cutover.environment.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Opens YAML files for strict reading. */
public final class YamlFile {
    private YamlFile() {}

    /** Reads a file; throws {@link PlanException} if it cannot be read, is not YAML, or is not a mapping. */
    public static YamlMap read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new PlanException("cannot read " + file.toAbsolutePath() + ": " + e, e);
        }
    }

    /** Reads text; {@code name} stands for the file in messages. */
    public static YamlMap parse(String name, String yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(yaml);
            return new YamlValue(name, "", root.orElseThrow(() -> new PlanException(name + ": the file is empty")))
                    .map();
        } catch (YamlEngineException e) {
            throw new PlanException(name + ": not valid YAML: " + e.getMessage(), e);
        }
    }
}
