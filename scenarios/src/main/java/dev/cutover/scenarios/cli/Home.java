package dev.cutover.scenarios.cli;

import java.nio.file.Files;
import java.nio.file.Path;

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
        return Files.exists(shipped) ? shipped : Path.of(nameOrPath);
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
