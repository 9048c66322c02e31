package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.process.FreePorts;
import dev.cutover.environment.process.ProcessProxies;
import dev.cutover.environment.process.Spawner;
import dev.cutover.environment.running.RuntimeSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program the tests run: found or built once, and kept in the checkout's own cache. */
public final class Toxiproxies {

    public static final Path BINARY = new ToxiproxyBinary(RuntimeSettings.cache(home())).find();

    private Toxiproxies() {}

    /** A network whose proxies are processes. */
    public static ToxiproxyNetwork network(Spawner spawner, FreePorts ports, Path logs) {
        return new ToxiproxyNetwork(new ProcessProxies(() -> BINARY, spawner, ports, logs));
    }

    private static Path home() {
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return parent != null && Files.exists(parent.resolve("cutover")) ? parent : here;
    }
}
