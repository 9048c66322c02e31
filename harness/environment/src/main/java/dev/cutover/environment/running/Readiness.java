package dev.cutover.environment.running;

import dev.cutover.environment.probe.Probe;
import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.environment.probe.ProbeResult.End;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.Kind;
import dev.cutover.environment.spec.Ready;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until a component is ready, and says what was seen if it does not get so. */
public record Readiness(ComponentSpec spec, Supplier<Look> probe) {
    private static final Duration ONE_LOOK = Duration.ofSeconds(2);
    private static final int LINES = 15;

    /**
     * What one look saw.
     *
     * @param seen for a message
     */
    record Look(boolean ready, String seen) {}

    static Readiness of(ComponentSpec component, Addresses addresses) {
        String name = component.name();
        Supplier<Look> probe = switch (component.kind()) {
            case Kind.Postgres postgres -> {
                Address address = addresses.direct(name, "sql");
                yield () -> session(address, postgres.database());
            }
            case Kind.Kafka kafka -> new KafkaTopics(addresses.direct(name, "kafka"), kafka.topics())::look;
            case Kind.Java java -> described(component, addresses);
            case Kind.Wiremock party -> described(component, addresses);
            case Kind.Command command -> described(component, addresses);
        };
        return new Readiness(component, probe);
    }

    private static Supplier<Look> described(ComponentSpec component, Addresses addresses) {
        String name = component.name();
        return switch (component.ready()) {
            case Ready.Http http -> () -> page(component, addresses.direct(name, http.port()), http);
            case Ready.Tcp tcp -> () -> connection(addresses.direct(name, tcp.port()));
            case Ready.ByKind byKind -> () -> new Look(true, "runs");
        };
    }

    private static Look connection(Address address) {
        ProbeResult seen = Probe.connect(address, ONE_LOOK);
        return new Look(seen.end() == End.CONNECTED, address + ": " + seen);
    }

    private static Look page(ComponentSpec component, Address address, Ready.Http page) {
        ProbeResult seen = Probe.get(address, component.tls().contains(page.port()), page.path(), ONE_LOOK);
        String what = seen.answered() ? brief(seen.answer()) : seen.toString();
        return new Look(
                seen.answer().startsWith("HTTP/1.1 200"),
                component.origin(page.port(), address) + page.path() + ": " + what);
    }

    private static String brief(String answer) {
        String status = answer.lines().findFirst().orElse("nothing");
        int body = answer.indexOf("\r\n\r\n");
        return body < 0 ? status : status + " " + answer.substring(body + 4).strip();
    }

    private static Look session(Address address, String database) {
        ProbeResult seen = Probe.session(address, database, ONE_LOOK);
        String what = seen.answered() ? seen.answer().replaceAll("\\p{Cntrl}+", " ") : seen.toString();
        return new Look(seen.answer().startsWith("R"), address + " answers the start of a session: " + what);
    }

    /**
     * Returns when it is ready, or once that is of no use any more.
     *
     * @param began when it was started, by {@link System#nanoTime}
     * @throws EnvironmentException if it ended or is late, with the last lines of its log
     */
    public void await(StartedProcess started, long began, BooleanSupplier abandoned) {
        AtomicReference<Look> last = new AtomicReference<>(new Look(false, "nothing seen"));
        Await.until(spec.readyWithin(), () -> {
            last.set(started.alive() ? probe.get() : new Look(false, started.ending()));
            return last.get().ready() || !started.alive() || abandoned.getAsBoolean();
        });
        if (!last.get().ready()) {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            throw new EnvironmentException("component '" + spec.name() + "' " + reason(started, last.get()) + " (after "
                    + took + " ms)\nlast lines of its log " + started.log() + ":\n  "
                    + String.join("\n  ", started.tail(LINES)));
        }
    }

    private String reason(StartedProcess started, Look last) {
        if (started.alive()) {
            return "was not ready within " + spec.readyWithin().toMillis() + " ms: " + last.seen();
        }
        String ending = started.ending();
        return (ending.isEmpty() ? "ended" : ending) + " before it was ready";
    }
}
