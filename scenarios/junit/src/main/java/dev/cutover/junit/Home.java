package dev.cutover.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the unpacked distribution lies, or a checkout of the testbed. */
record Home(Path launcher) {

    private static final String PARAMETER = "cutover.home";
    private static final String VARIABLE = "CUTOVER_HOME";

    /**
     * Asks the configuration of the tests first, then the environment.
     *
     * @param configuration JUnit's, which takes system properties too
     * @throws IllegalStateException if nothing says where, or there is nothing; the message says what to do
     */
    static Home find(Function<String, Optional<String>> configuration) {
        String said = configuration
                .apply(PARAMETER)
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .orElseThrow(() -> new IllegalStateException(
                        "where is cutover? Unpack its distribution (cutover-VERSION.tar.gz) and say where by the system property "
                                + PARAMETER + " or the variable " + VARIABLE
                                + "; docs/in-ci.md shows how a build does so"));
        Path home = Path.of(said).toAbsolutePath();
        return List.of(home.resolve("bin/cutover"), home.resolve("cutover")).stream()
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(Home::new)
                .orElseThrow(() -> new IllegalStateException("there is no program bin/cutover in " + home + ", which "
                        + PARAMETER + " or " + VARIABLE + " names as the unpacked distribution"));
    }
}
