package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where an environment was read from.
 *
 * @param here the folder that its files are relative to; absolute
 * @param places says in which line of the file something stands
 */
public record Origin(Path here, Places places) {

    /** Of an environment that no file describes. */
    static final Origin NOWHERE = new Origin(
            Path.of(""),
            (message, path) -> new Problem(
                    "the environment",
                    0,
                    Arrays.stream(path).map(String::valueOf).collect(Collectors.joining(".")) + " " + message));

    public Origin {
        here = here.toAbsolutePath().normalize();
    }

    /** What is wrong at a place, by the keys and list positions that lead there. */
    @FunctionalInterface
    public interface Places {
        Problem problem(String message, Object... path);
    }
}
