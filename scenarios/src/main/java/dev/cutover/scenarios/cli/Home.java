package dev.cutover.scenarios.cli;

import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.yaml.Nearest;
import dev.cutover.rehearse.plan.ResolvedPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the checkout lies, or the unpacked distribution; the script {@code cutover} says so. */
final class Home {

    private static final String EXAMPLE = "plan.yaml";

    private Home() {}

    static Path path() {
        return Path.of(System.getProperty("cutover.home", "")).toAbsolutePath();
    }

    /** What can be had again: binaries, templates, start-up caches. */
    static Path cache() {
        return RuntimeSettings.cache(path());
    }

    /** A plan by its path, or by its name among the plans that ship. */
    static Path plan(String nameOrPath) {
        SortedMap<String, Path> shipped = shipped();
        Path given = Path.of(nameOrPath);
        if (!shipped.containsKey(nameOrPath) && !Files.isRegularFile(given)) {
            throw new IllegalArgumentException("there is neither a plan file " + given.toAbsolutePath()
                    + " nor a shipped plan '" + nameOrPath + "'" + Nearest.question(nameOrPath, shipped.keySet())
                    + " shipped plans: " + String.join(", ", shipped.keySet()));
        }
        return shipped.getOrDefault(nameOrPath, given);
    }

    /** The plans that ship, by name: files in scenarios/plans, and folders in scenarios/examples. */
    static SortedMap<String, Path> shipped() {
        SortedMap<String, Path> plans = new TreeMap<>();
        list(plans()).filter(Files::isRegularFile).forEach(file -> plans.put(withoutSuffix(file), file));
        list(examples())
                .filter(folder -> Files.isRegularFile(folder.resolve(EXAMPLE)))
                .forEach(folder -> plans.put(String.valueOf(folder.getFileName()), folder.resolve(EXAMPLE)));
        return plans;
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String withoutSuffix(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
    }

    /** What {@link #plan} takes to find that file again, from anywhere. */
    static String nameOrPath(Path plan) {
        Path file = plan.toAbsolutePath().normalize();
        return shipped().entrySet().stream()
                .filter(shipped -> shipped.getValue().normalize().equals(file))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(file.toString());
    }

    /** Where the plans that ship lie. */
    static Path plans() {
        return path().resolve("scenarios/plans");
    }

    private static Path examples() {
        return path().resolve("scenarios/examples");
    }

    /** Which images containers are made of. */
    static Path images() {
        return plans().resolve("environments/images.yaml");
    }

    /** The catalogue of a plan's broken bridges. */
    static Path bridges(ResolvedPlan plan) {
        return plan.bridges()
                .orElseThrow(() -> new IllegalArgumentException("plan "
                        + plan.plan().name() + " has no broken bridges; it names their catalogue by 'bridges: FILE'"));
    }
}
