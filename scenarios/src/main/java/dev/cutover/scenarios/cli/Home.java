package dev.cutover.scenarios.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout lies; the script {@code cutover} says so. */
final class Home {

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
        Path shipped = path().resolve("scenarios/plans").resolve(nameOrPath + ".yaml");
        return Files.exists(shipped) ? shipped : Path.of(nameOrPath);
    }

    static Path catalogue() {
        return path().resolve("bridge-under-test/broken-bridges/catalogue.yaml");
    }
}
