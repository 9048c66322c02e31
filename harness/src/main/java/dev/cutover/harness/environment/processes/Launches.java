package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Address;
import dev.cutover.harness.environment.ComponentSpec;
import dev.cutover.harness.environment.EnvironmentSpec;
import dev.cutover.harness.environment.Kind;
import dev.cutover.harness.environment.Link;
import dev.cutover.harness.environment.Ready;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Decides how each kind of component is started. */
record Launches(EnvironmentSpec spec, Layout layout, ProcessSettings settings, PostgresBinaries binaries) {

    Launch of(ComponentSpec component, Placeholders placeholders) {
        return switch (component.kind()) {
            case Kind.Postgres postgres ->
                new PostgresLaunch(
                        postgres,
                        binaries,
                        layout.direct(component.name(), "sql"),
                        settings.work(component.name()).resolve("data"));
            case Kind.Kafka kafka -> kafka(component.name(), kafka);
            case Kind.Java java -> JavaLaunch.of(java.program(), settings, List.of(), probe(component));
            case Kind.Command other ->
                new CommandLaunch(
                        other.command().stream()
                                .map(word -> placeholders.fill("command", word))
                                .toList(),
                        probe(component));
        };
    }

    private KafkaLaunch kafka(String name, Kind.Kafka kind) {
        Path work = settings.work(name);
        Path file = work.resolve("server.properties");
        Map<String, Integer> listeners = new LinkedHashMap<>();
        Map<String, Address> proxies = new LinkedHashMap<>();
        for (Link link : spec.links()) {
            if (link.server().equals(name)) {
                listeners.put(link.name(), layout.direct(name, link.name()).port());
                proxies.put(link.name(), layout.proxy(link.name()));
            }
        }
        Address direct = layout.direct(name, "kafka");
        KafkaTopics topics = new KafkaTopics(direct, kind.topics());
        return new KafkaLaunch(
                JavaLaunch.of(kind.program(), settings, List.of(file.toString()), topics::look),
                new KafkaProperties(
                        direct.port(),
                        layout.direct(name, "controller").port(),
                        listeners,
                        proxies,
                        work.resolve("log")),
                file);
    }

    private Supplier<Probe.Look> probe(ComponentSpec component) {
        String name = component.name();
        return switch (component.ready()) {
            case Ready.Http http -> () -> Probe.http(layout.direct(name, http.port()), http.path());
            case Ready.Tcp tcp -> () -> Probe.tcp(layout.direct(name, tcp.port()));
            case Ready.ByKind byKind -> () -> new Probe.Look(true, "runs");
        };
    }
}
