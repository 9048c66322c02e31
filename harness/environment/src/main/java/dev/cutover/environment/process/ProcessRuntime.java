package dev.cutover.environment.process;

import dev.cutover.environment.Environment;
import dev.cutover.environment.running.AotCache;
import dev.cutover.environment.running.EnvironmentRuntime;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import java.util.Optional;

/**
 * Starts environments as operating-system processes on loopback.
 *
 * @param opener makes the network of an environment
 */
public record ProcessRuntime(NetworkOpener opener) implements EnvironmentRuntime {

    @Override
    public Environment start(EnvironmentSpec spec, RuntimeSettings settings, EventLog events) {
        return new EnvironmentStart(settings, events)
                .start(spec, () -> ProcessPlatform.open(spec, settings, opener, events));
    }

    @Override
    public Optional<Kind.Program> programOf(Kind kind) {
        return switch (kind) {
            case Kind.Java java -> Optional.of(java.program());
            case Kind.Kafka kafka -> Optional.of(kafka.program());
            case Kind.Postgres postgres -> Optional.empty();
            case Kind.Command command -> Optional.empty();
        };
    }

    @Override
    public AotCache cacheOf(Kind.Program program, RuntimeSettings settings) {
        return JavaLaunch.of(program, settings).aot();
    }
}
