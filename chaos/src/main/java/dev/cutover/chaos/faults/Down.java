package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.chaos.network.ToxiproxyException;
import dev.cutover.chaos.probe.ProbeResult;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.Fault;
import java.time.Duration;
import java.util.function.Supplier;

/** Connections are closed, and new ones refused. */
final class Down implements Fault, Recoverable {

    private static final Duration LIMIT = Duration.ofMillis(800);

    private final Supplier<LinkProxy> link;

    Down(Options options, Supplier<LinkProxy> link) {
        options.nothingElse();
        this.link = link;
    }

    @Override
    public FaultEvent.Undo undo() {
        return link.get().undo();
    }

    @Override
    public void inject() {
        link.get().disable();
    }

    @Override
    public Verification verify() {
        ProbeResult seen = link.get().probe(LIMIT);
        boolean enabled = link.get().state().enabled();
        return new Verification(
                seen.end() == ProbeResult.End.REFUSED && !enabled,
                "through the proxy: " + seen + ", expected REFUSED; proxy enabled: " + enabled);
    }

    @Override
    public void heal() {
        try {
            link.get().enable();
            if (LinkHealth.restored(link.get())) {
                return;
            }
        } catch (ToxiproxyException portOrProcessLost) {
            LinkHealth.recreate(link.get());
            return;
        }
        LinkHealth.recreate(link.get());
    }
}
