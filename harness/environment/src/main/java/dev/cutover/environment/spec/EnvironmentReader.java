package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Map;

/** Reads the description of an environment; whatever it does not know is refused with its place. */
public final class EnvironmentReader {
    private EnvironmentReader() {}

    /**
     * An environment that was read.
     *
     * @param written as it stands in the file, with every default filled in
     */
    public record Read(EnvironmentSpec spec, EnvironmentFile written) {

        /** The file's text again, fully resolved; the plan's parameters and the run's images take the place of the file's. */
        public String resolved(Map<String, String> parameters, Map<String, String> images) {
            return YamlFile.write(
                    written.resolved(parameters, images, spec.origin().here()));
        }
    }

    /**
     * Reads and checks an environment file.
     *
     * @throws PlanException saying file, line, what was expected and what was found
     */
    public static Read read(Path file) {
        return read(YamlFile.read(file), file.toAbsolutePath().resolveSibling(""));
    }

    /** @param folder the one that the file is in */
    static Read read(YamlFile file, Path folder) {
        EnvironmentFile written = file.bind(EnvironmentFile.class);
        return file.checked(() -> {
            EnvironmentSpec spec = written.spec(folder, file::problem);
            spec.components().values().forEach(component -> PlaceholderCheck.check(component, spec));
            return new Read(spec, written);
        });
    }
}
