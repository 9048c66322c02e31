package dev.cutover.harness.load;

import java.nio.file.Path;
import java.util.List;

/** Starts a process whose output, standard error included, is appended to a log, and which dies with the harness. */
@FunctionalInterface
public interface Launcher {
    ProcessHandle launch(List<String> command, Path log);
}
