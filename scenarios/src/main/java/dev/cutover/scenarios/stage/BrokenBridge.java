package dev.cutover.scenarios.stage;

import dev.cutover.environment.yaml.Nearest;
import dev.cutover.environment.yaml.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bridge with one seeded defect, to test the testbed.
 *
 * @param replaces the component it takes the place of
 * @param main its main class
 * @param defect in one sentence
 * @param caughtBy the checkers of which one must say no; none if it is correct but odd
 */
public record BrokenBridge(String name, String replaces, String main, String defect, List<String> caughtBy) {

    public static final String MODULE = "bridge-under-test/broken-bridges";

    /** An entry of the catalogue, under the bridge's name. */
    public record Entry(String replaces, String main, String defect, List<String> caughtBy) {}

    public static Map<String, BrokenBridge> catalogue(Path file) {
        Map<String, BrokenBridge> bridges = new LinkedHashMap<>();
        YamlFile.read(file)
                .bindNamed(Entry.class)
                .forEach((name, entry) -> bridges.put(
                        name,
                        new BrokenBridge(name, entry.replaces(), entry.main(), entry.defect(), entry.caughtBy())));
        return bridges;
    }

    public static BrokenBridge named(String name, Path file) {
        Map<String, BrokenBridge> bridges = catalogue(file);
        BrokenBridge bridge = bridges.get(name);
        if (bridge == null) {
            throw new IllegalArgumentException("there is no bridge '%s'%s bridges: reference, %s"
                    .formatted(name, Nearest.question(name, bridges.keySet()), String.join(", ", bridges.keySet())));
        }
        return bridge;
    }
}
