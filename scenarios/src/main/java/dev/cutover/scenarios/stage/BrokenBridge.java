package dev.cutover.scenarios.stage;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.environment.yaml.YamlMap;
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

    public static Map<String, BrokenBridge> catalogue(Path file) {
        Map<String, BrokenBridge> bridges = new LinkedHashMap<>();
        YamlFile.read(file).entries().forEach((name, value) -> bridges.put(name, bridge(name, value.map())));
        return bridges;
    }

    public static BrokenBridge named(String name, Path file) {
        Map<String, BrokenBridge> bridges = catalogue(file);
        BrokenBridge bridge = bridges.get(name);
        if (bridge == null) {
            throw new PlanException("there is no bridge '%s'; there are: reference, %s"
                    .formatted(name, String.join(", ", bridges.keySet())));
        }
        return bridge;
    }

    private static BrokenBridge bridge(String name, YamlMap map) {
        var bridge = new BrokenBridge(
                name, map.text("replaces"), map.text("main"), map.text("defect"), map.texts("caught-by"));
        map.done();
        return bridge;
    }
}
