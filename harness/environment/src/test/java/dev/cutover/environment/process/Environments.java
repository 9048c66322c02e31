package dev.cutover.environment.process;

import dev.cutover.environment.Environment;
import dev.cutover.environment.Network;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Ready;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.run.RunDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small environments for tests. */
final class Environments {
    private Environments() {}

    static ComponentSpec postgres(String name) {
        return new ComponentSpec(
                name,
                new Kind.Postgres("shop"),
                Optional.empty(),
                Map.of("sql", 0),
                Map.of(),
                new Ready.ByKind(),
                Set.of(),
                Duration.ofSeconds(30));
    }

    static ComponentSpec shell(String name, String script, Ready ready, Set<String> after) {
        return new ComponentSpec(
                name,
                new Kind.Command(List.of("bash", "-c", script)),
                Optional.empty(),
                Map.of("http", 0),
                Map.of(),
                ready,
                after,
                Duration.ofMillis(700));
    }

    static EnvironmentSpec of(List<Link> links, ComponentSpec... components) {
        Map<String, ComponentSpec> named = new LinkedHashMap<>();
        for (ComponentSpec component : components) {
            named.put(component.name(), component);
        }
        return new EnvironmentSpec("test", named, links, Map.of());
    }

    static Environment start(EnvironmentSpec spec, RuntimeSettings settings, Network network, EventLog events) {
        Platform platform = new ProcessPlatform(() -> Path.of("no-proxy"), settings, events);
        return new EnvironmentStart(platform, network, events).start(spec);
    }

    static RuntimeSettings settings(Path run) {
        return RuntimeSettings.of(Path.of("target", "home"), new RunDirectory(run), 42, Map.of());
    }
}
