package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.environment.yaml.YamlMap;
import dev.cutover.environment.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the description of an environment; whatever it does not know is refused with its place. */
public final class EnvironmentReader {
    private EnvironmentReader() {}

    /**
     * Reads and checks an environment file.
     *
     * @throws PlanException saying file, line, what was expected and what was found
     */
    public static EnvironmentSpec read(Path file) {
        return environment(YamlFile.read(file));
    }

    static EnvironmentSpec environment(YamlMap root) {
        String name = root.text("name");
        Map<String, String> parameters = root.named("parameters", YamlValue::text);
        Map<String, YamlValue> described = root.map("components").entries();
        Map<String, YamlValue> connected = root.named("links", value -> value);
        root.done();
        try {
            Map<String, ComponentReader> readers = new LinkedHashMap<>();
            described.forEach((component, value) -> readers.put(component, new ComponentReader(component, value)));
            List<Link> links = new ArrayList<>();
            connected.forEach((link, value) -> links.add(LinkReader.link(link, value, readers)));
            Map<String, ComponentSpec> components = new LinkedHashMap<>();
            readers.forEach((component, reader) -> components.put(component, reader.component(links)));
            return new EnvironmentSpec(name, components, links, parameters);
        } catch (EnvironmentException e) {
            throw new PlanException(root.place() + ": " + e.getMessage(), e);
        }
    }
}
