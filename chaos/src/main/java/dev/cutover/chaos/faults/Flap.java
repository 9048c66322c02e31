package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.chaos.probe.ProbeResult;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.Fault;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The link goes down and up again, over and over. */
final class Flap implements Fault, Recoverable {

    private static final Duration LIMIT = Duration.ofMillis(800);
    private static final int HEAL_SECONDS = 7;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Supplier<LinkProxy> link;
    private final Duration down;
    private final Duration up;
    private final Down fault;
    private volatile boolean over;

    Flap(Options options, Supplier<LinkProxy> link) {
        this.down = options.duration("down", Duration.ofMillis(200));
        this.up = options.duration("up", Duration.ofMillis(300));
        options.nothingElse();
        this.link = link;
        this.fault = new Down(options, link);
    }

    @Override
    public FaultEvent.Undo undo() {
        return fault.undo();
    }

    @Override
    public void inject() {
        goDown();
    }

    private void goDown() {
        if (over) {
            return;
        }
        link.get().disable();
        var unused = clock.schedule(this::goUp, down.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void goUp() {
        if (over) {
            return;
        }
        link.get().enable();
        var unused = clock.schedule(this::goDown, up.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** True in the moments when it is down. */
    @Override
    public Verification verify() {
        ProbeResult seen = link.get().probe(LIMIT);
        return new Verification(
                seen.end() == ProbeResult.End.REFUSED,
                "through the proxy: " + seen + ", expected REFUSED now and then");
    }

    @Override
    public void heal() throws InterruptedException {
        // Not interrupted: a call that was cut short might take the link down after it was healed.
        over = true;
        clock.shutdown();
        if (!clock.awaitTermination(HEAL_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("link " + link.get().link().name() + " is still being taken down");
        }
        fault.heal();
    }
}
