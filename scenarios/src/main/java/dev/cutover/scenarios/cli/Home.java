package dev.cutover.scenarios.cli;

import dev.cutover.environment.yaml.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the checkout lies; the script {@code cutover} says so. */
final class Home {

    private static final String SUFFIX = ".yaml";

    private Home() {}

    static Path path() {
        return Path.of(System.getProperty("cutover.home", "")).toAbsolutePath();
    }

    /** What can be had again: binaries, templates, start-up caches. */
    static Path cache() {
        return path().resolve(".cutover").resolve("cache");
    }

    /** A plan by its path, or by its name among the plans that ship. */
    static Path plan(String nameOrPath) {
        Path shipped = plans().resolve(nameOrPath + SUFFIX);
        Path given = Path.of(nameOrPath);
        if (!Files.exists(shipped) && !Files.isRegularFile(given)) {
            List<String> names = shipped();
            throw new IllegalArgumentException("there is neither a plan file " + given.toAbsolutePath()
                    + " nor a shipped plan '" + nameOrPath + "'" + Nearest.question(nameOrPath, names)
                    + " shipped plans: " + String.join(", ", names));
        }
        return Files.exists(shipped) ? shipped : given;
    }

    private static List<String> shipped() {
        try (Stream<Path> files = Files.list(plans())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + plans(), e);
        }
    }

    /** What {@link #plan} takes to find that file again, from anywhere. */
    static String nameOrPath(Path plan) {
        Path file = plan.toAbsolutePath().normalize();
        String name = String.valueOf(file.getFileName());
        return plans().normalize().equals(file.getParent()) && name.endsWith(SUFFIX)
                ? name.substring(0, name.length() - SUFFIX.length())
                : file.toString();
    }

    /** Where the plans that ship lie. */
    static Path plans() {
        return path().resolve("scenarios/plans");
    }

    /** Which images containers are made of. */
    static Path images() {
        return plans().resolve("environments/images.yaml");
    }

    static Path catalogue() {
        return path().resolve("bridge-under-test/broken-bridges/catalogue.yaml");
    }
}
