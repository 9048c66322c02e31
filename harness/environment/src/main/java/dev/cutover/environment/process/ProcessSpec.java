package dev.cutover.environment.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a process is started with.
 *
 * @param name of the component, or of the part of the testbed
 * @param command program and arguments; the program is searched on the path
 * @param environment the variables it gets; of the testbed's own it inherits only the path, home, locale and time zone
 * @param directory where it runs; must exist
 * @param log file its output is appended to, standard error included
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Path directory, Path log) {
    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("process " + name + " has an empty command");
        }
    }
}
