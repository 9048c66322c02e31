package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.chaos.probe.Probe;
import dev.cutover.chaos.probe.ProbeResult;
import dev.cutover.environment.spec.Address;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Every connection is closed after a number of bytes: half a request arrives, or half an answer. */
final class Torn implements Fault, Recoverable {

    private static final long DEFAULT_BYTES = 17;
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final long bytes;
    private final LinkToxics toxics;

    Torn(Options options, Supplier<LinkProxy> link) {
        this.bytes = options.number("bytes", DEFAULT_BYTES);
        Direction direction = options.direction(Direction.DOWNSTREAM);
        options.nothingElse();
        this.toxics = new LinkToxics(options.spec(), link, "limit_data", Map.of("bytes", bytes), direction);
    }

    @Override
    public FaultEvent.Undo undo() {
        return toxics.undo();
    }

    @Override
    public void inject() {
        toxics.add();
    }

    /** Less of an answer comes through the proxy than past it. */
    @Override
    public Verification verify() {
        LinkProxy proxy = toxics.proxy();
        ProbeResult through = read(proxy.listen());
        ProbeResult past = read(proxy.upstream());
        boolean listed = toxics.listed();
        return new Verification(
                listed && through.bytes() < past.bytes(),
                "through the proxy came " + through.bytes() + " bytes of an answer of " + past.bytes() + ", cut at "
                        + bytes + "; toxics listed: " + listed);
    }

    private ProbeResult read(Address from) {
        return Probe.readAll(from, toxics.proxy().link().protocol(), LIMIT);
    }

    @Override
    public void heal() {
        toxics.heal();
    }
}
