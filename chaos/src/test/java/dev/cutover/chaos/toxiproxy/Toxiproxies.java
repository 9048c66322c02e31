package dev.cutover.chaos.toxiproxy;

import java.nio.file.Files;
import java.nio.file.Path;

/** The program the tests run: found or built once, and kept in the checkout's own cache. */
public final class Toxiproxies {

    public static final Path BINARY = new ToxiproxyBinary(home()).find();

    private Toxiproxies() {}

    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return parent != null && Files.exists(parent.resolve("cutover")) ? parent : here;
    }
}
