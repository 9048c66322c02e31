package dev.cutover.environment;

import dev.cutover.environment.spec.Kind;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of the testbed that runs inside an environment and sees of it what a client sees: the load injector.
 *
 * @param options of the Java virtual machine for this start only, besides the program's flags
 * @param classPath jars and directories of classes behind the program's own, for this start only
 * @param writes directories it writes to; exist
 * @param log file its output is appended to
 */
public record ClientProgram(
        String name, Kind.Program program, List<String> options, List<Path> classPath, List<Path> writes, Path log) {
    public ClientProgram {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
        writes = List.copyOf(writes);
    }
}
