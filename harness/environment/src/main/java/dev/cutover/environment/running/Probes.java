package dev.cutover.environment.running;

import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import java.util.function.Supplier;

/** How a component is seen to be ready. */
public final class Probes {
    private Probes() {}

    public static Supplier<Probe.Look> of(ComponentSpec component, Addresses addresses) {
        String name = component.name();
        return switch (component.kind()) {
            case Kind.Postgres postgres -> {
                var address = addresses.direct(name, "sql");
                yield () -> Probe.postgres(address, postgres.database());
            }
            case Kind.Kafka kafka -> new KafkaTopics(addresses.direct(name, "kafka"), kafka.topics())::look;
            case Kind.Java java -> described(component, addresses);
            case Kind.Command command -> described(component, addresses);
        };
    }

    private static Supplier<Probe.Look> described(ComponentSpec component, Addresses addresses) {
        String name = component.name();
        return switch (component.ready()) {
            case Ready.Http http -> () -> Probe.http(addresses.direct(name, http.port()), http.path());
            case Ready.Tcp tcp -> () -> Probe.tcp(addresses.direct(name, tcp.port()));
            case Ready.ByKind byKind -> () -> new Probe.Look(true, "runs");
        };
    }
}
