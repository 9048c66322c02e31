package dev.cutover.environment.running;

import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import java.util.function.Supplier;

/** How a component is seen to be ready. */
public final class Probes {
    private Probes() {}

    public static Supplier<Probe.Look> of(ComponentSpec component, Layout layout) {
        String name = component.name();
        return switch (component.kind()) {
            case Kind.Postgres postgres -> {
                var address = layout.direct(name, "sql");
                yield () -> Probe.postgres(address, postgres.database());
            }
            case Kind.Kafka kafka -> new KafkaTopics(layout.direct(name, "kafka"), kafka.topics())::look;
            case Kind.Java java -> described(component, layout);
            case Kind.Command command -> described(component, layout);
        };
    }

    private static Supplier<Probe.Look> described(ComponentSpec component, Layout layout) {
        String name = component.name();
        return switch (component.ready()) {
            case Ready.Http http -> () -> Probe.http(layout.direct(name, http.port()), http.path());
            case Ready.Tcp tcp -> () -> Probe.tcp(layout.direct(name, tcp.port()));
            case Ready.ByKind byKind -> () -> new Probe.Look(true, "runs");
        };
    }
}
