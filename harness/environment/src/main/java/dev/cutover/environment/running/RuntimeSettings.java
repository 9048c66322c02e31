package dev.cutover.environment.running;

import dev.cutover.environment.spec.Kind;
import dev.cutover.record.run.RunDirectory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where and with what an environment runs.
 *
 * @param home the testbed's directory, to which modules are relative
 * @param cache for what is made once: database binaries and templates, start-up caches
 * @param owner the run for which it runs; for a training, that whose caches are made
 * @param parameters values for {@code ${parameter …}}; they win over the environment's own
 * @param databasePassword of the one user, {@code postgres}, of every PostgreSQL server of the environment
 * @param clients programs of the testbed that will be started in it besides the components
 * @param keepWork whether the components' scratch space survives the environment
 * @param training whether Java components record a start-up cache and write it when they stop, which takes seconds
 */
public record RuntimeSettings(
        Path home,
        Path cache,
        RunDirectory run,
        RunDirectory owner,
        long seed,
        Map<String, String> parameters,
        String databasePassword,
        List<Kind.Program> clients,
        boolean keepWork,
        boolean training) {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int PASSWORD_BYTES = 20;
    private static final Duration WRITING_A_CACHE = Duration.ofSeconds(90);

    public RuntimeSettings {
        home = home.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        run = new RunDirectory(run.root().toAbsolutePath().normalize());
        owner = new RunDirectory(owner.root().toAbsolutePath().normalize());
        parameters = new LinkedHashMap<>(parameters);
        clients = List.copyOf(clients);
    }

    /** Where lies what can be had again: in {@code .cutover/cache} of the home, unless the property {@code cutover.cache} says otherwise. */
    public static Path cache(Path home) {
        return Path.of(System.getProperty(
                "cutover.cache", home.resolve(".cutover/cache").toString()));
    }

    /** Settings of a plain run, with a new password. */
    public static RuntimeSettings of(Path home, RunDirectory run, long seed, Map<String, String> parameters) {
        return new RuntimeSettings(
                home, cache(home), run, run, seed, parameters, randomPassword(), List.of(), false, false);
    }

    public RuntimeSettings withClients(List<Kind.Program> programs) {
        return new RuntimeSettings(
                home, cache, run, owner, seed, parameters, databasePassword, programs, keepWork, training);
    }

    RuntimeSettings forTraining(RunDirectory other) {
        return new RuntimeSettings(home, cache, other, owner, seed, parameters, databasePassword, clients, false, true);
    }

    /** Digits and letters only, so that it can stand in a URL as it is. */
    private static String randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * The time from SIGTERM to SIGKILL: none for a database, whose files are thrown away; a Java program may have a
     * cache to write.
     */
    public Duration grace(Kind kind) {
        return switch (kind) {
            case Kind.Postgres postgres -> Duration.ZERO;
            case Kind.Java java -> training ? WRITING_A_CACHE : GRACE;
            case Kind.Wiremock party -> training ? WRITING_A_CACHE : GRACE;
            case Kind.Kafka kafka -> training ? WRITING_A_CACHE : GRACE;
            case Kind.Command command -> GRACE;
        };
    }

    /** A component's scratch directory. */
    public Path work(String component) {
        return run.work().resolve(component);
    }
}
