package dev.cutover.chaos.network;

import dev.cutover.harness.environment.processes.FreePorts;
import dev.cutover.harness.environment.processes.ProcessSpec;
import dev.cutover.harness.environment.processes.RunningProcess;
import dev.cutover.harness.environment.processes.Spawner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What starts a toxiproxy-server.
 *
 * @param binary the program
 * @param spawner starts it, so that it dies with the testbed
 * @param ports where proxies and their APIs listen
 * @param logs directory of its log files; must exist
 */
record Launcher(Path binary, Spawner spawner, FreePorts ports, Path logs) {

    RunningProcess start(String name, int adminPort) {
        var command = List.of(binary.toString(), "-host", "127.0.0.1", "-port", Integer.toString(adminPort));
        // One thread is enough for a link, and thirteen of these share the machine with what is tested.
        var environment = Map.of("GOMAXPROCS", "1", "LOG_LEVEL", "fatal");
        return spawner.start(new ProcessSpec(name, command, environment, logs, logs.resolve(name + ".log")));
    }
}
