package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.chaos.probe.ProbeResult;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Connections are reset as soon as bytes flow: with an answer on its way (downstream), or with the request (upstream). */
final class Reset implements Fault, Recoverable {

    private static final Duration LIMIT = Duration.ofMillis(800);

    private final LinkToxics toxics;

    Reset(Options options, Supplier<LinkProxy> link) {
        Direction direction = options.direction(Direction.DOWNSTREAM);
        options.nothingElse();
        this.toxics = new LinkToxics(options.spec(), link, "reset_peer", Map.of("timeout", 0L), direction);
    }

    @Override
    public FaultEvent.Undo undo() {
        return toxics.undo();
    }

    /** Only connections opened afterwards are reset; older ones would be closed in good order, or not at all. */
    @Override
    public void inject() {
        toxics.add();
        toxics.proxy().bounce();
    }

    @Override
    public Verification verify() {
        return toxics.judge(toxics.proxy().probe(LIMIT), ProbeResult.End.CLOSED);
    }

    /** Connections opened during the fault would be reset even after it. */
    @Override
    public void heal() {
        toxics.heal();
        toxics.proxy().bounce();
    }
}
