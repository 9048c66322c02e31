package dev.cutover.environment.running;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.Origin;
import dev.cutover.environment.spec.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a component's description leaves to the environment of the testbed, or to files beside its own. */
record Secrets(Origin origin, String component) {

    /**
     * What a placeholder stands for; empty if it names no secret.
     *
     * @param path of the text below the component
     * @throws EnvironmentException with the line of the text if it is not there
     */
    Optional<String> value(String placeholder, String... path) {
        return Secret.of(placeholder)
                .map(secret -> secret.inFile() ? content(secret.name(), path) : variable(secret.name(), path));
    }

    private String variable(String name, String... path) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> wrong(
                        "uses ${env " + name + "}, which is not set; set it where the testbed is started: export "
                                + name + "=…",
                        path));
    }

    /** Without the line's end that editors leave. */
    private String content(String name, String... path) {
        Path file = origin.here().resolve(name);
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw wrong("uses ${file " + name + "}, but " + file + " cannot be read: " + e, path);
        }
    }

    private EnvironmentException wrong(String message, String... path) {
        Object[] place = Stream.concat(Stream.of("components", component), Arrays.stream(path))
                .toArray();
        return new EnvironmentException(origin.places().problem(message, place).toString());
    }
}
