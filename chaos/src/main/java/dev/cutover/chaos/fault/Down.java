package dev.cutover.chaos.fault;

import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.chaos.toxiproxy.ToxiproxyException;
import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.record.event.FaultEvent;
import java.time.Duration;

/** Connections are closed, and new ones refused. */
public record Down() implements LinkDisturbance {

    private static final Duration LIMIT = Duration.ofMillis(800);

    @Override
    public boolean losesMessages() {
        return true;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        return new Action(link);
    }

    /** A link that is down. */
    record Action(LinkProxy link) implements Fault, Recoverable {

        @Override
        public FaultEvent.Undo undo() {
            return link.undo();
        }

        @Override
        public void inject() {
            link.disable();
        }

        @Override
        public Verification verify() {
            ProbeResult seen = link.probe(LIMIT);
            boolean enabled = link.state().enabled();
            return new Verification(
                    seen.end() == ProbeResult.End.REFUSED && !enabled,
                    "through the proxy: " + seen + ", expected REFUSED; proxy enabled: " + enabled);
        }

        @Override
        public void heal() {
            try {
                link.enable();
                if (LinkHealth.restored(link)) {
                    return;
                }
            } catch (ToxiproxyException portOrProcessLost) {
                LinkHealth.recreate(link);
                return;
            }
            LinkHealth.recreate(link);
        }
    }
}
