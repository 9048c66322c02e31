package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.chaos.probe.ProbeResult;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Delays bytes, in order; connecting takes no longer. Healing delivers at once what was delayed. */
final class Latency implements Fault, Recoverable {

    private static final Duration SERVER_TIME = Duration.ofSeconds(1);

    private final Duration delay;
    private final Duration jitter;
    private final LinkToxics toxics;

    Latency(Options options, Supplier<LinkProxy> link) {
        this.delay = options.duration("delay");
        this.jitter = options.duration("jitter", Duration.ZERO);
        Direction direction = options.direction(Direction.DOWNSTREAM);
        options.nothingElse();
        var attributes = Map.of("latency", delay.toMillis(), "jitter", jitter.toMillis());
        this.toxics = new LinkToxics(options.spec(), link, "latency", attributes, direction);
    }

    @Override
    public FaultEvent.Undo undo() {
        return toxics.undo();
    }

    @Override
    public void inject() {
        toxics.add();
    }

    /** The round trip takes 80 % of the least delay, or more. */
    @Override
    public Verification verify() {
        long least = delay.minus(jitter).toMillis() * 4 / 5;
        ProbeResult seen =
                toxics.proxy().probe(delay.plus(jitter).multipliedBy(2).plus(SERVER_TIME));
        boolean listed = toxics.listed();
        return new Verification(
                listed && seen.answered() && seen.took().toMillis() >= least,
                "through the proxy: " + seen + ", expected " + least + " ms or more; toxics listed: " + listed);
    }

    @Override
    public void heal() {
        toxics.heal();
    }
}
