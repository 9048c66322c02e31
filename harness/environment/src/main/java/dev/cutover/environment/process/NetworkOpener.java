package dev.cutover.environment.process;

import dev.cutover.environment.Network;
import java.nio.file.Path;

/** Makes the network of an environment; its processes are to be started by the given spawner on the given ports. */
@FunctionalInterface
public interface NetworkOpener {
    Network open(Spawner spawner, FreePorts ports, Path logs);
}
