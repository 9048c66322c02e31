package dev.cutover.environment.container;

import dev.cutover.environment.Environment;
import dev.cutover.environment.running.AotCache;
import dev.cutover.environment.running.EnvironmentRuntime;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.record.event.EventLog;
import java.util.List;
import java.util.Optional;

/**
 * Starts environments in containers.
 *
 * @param clients programs that will be started in them besides the components: their images are made beforehand
 * @param opener makes the network of an environment
 */
public record ContainerRuntime(Images images, List<Kind.Program> clients, NetworkOpener opener)
        implements EnvironmentRuntime {

    @Override
    public Environment start(EnvironmentSpec spec, RuntimeSettings settings, EventLog events) {
        return new EnvironmentStart(settings, events).start(spec, () -> open(spec, settings, events));
    }

    private ContainerPlatform open(EnvironmentSpec spec, RuntimeSettings settings, EventLog events) {
        try {
            return new ContainerPlatform(spec, clients, settings, images, opener, events);
        } catch (RuntimeException e) {
            // An interruption would break off the removal, too.
            boolean interrupted = Thread.interrupted();
            var unused = ContainerLeftovers.remove(settings.owner());
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    /** Kafka's image brings its own. */
    @Override
    public Optional<Kind.Program> programOf(Kind kind) {
        return kind instanceof Kind.Java java ? Optional.of(java.program()) : Optional.empty();
    }

    @Override
    public AotCache cacheOf(Kind.Program program, RuntimeSettings settings) {
        return new ContainerDefinitions(images, settings).cache(program);
    }
}
