package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.chaos.network.Toxic;
import dev.cutover.chaos.network.ToxiproxyException;
import dev.cutover.chaos.probe.ProbeResult;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.Fault.Verification;
import dev.cutover.rehearse.plan.FaultSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The toxics of one fault, one for each direction: what the faults made of toxics have in common. */
final class LinkToxics {

    private static final Duration SILENCE = Duration.ofMillis(800);

    private final Supplier<LinkProxy> link;
    private final List<Toxic> toxics;

    LinkToxics(
            FaultSpec spec, Supplier<LinkProxy> link, String type, Map<String, Long> attributes, Direction direction) {
        this.link = link;
        this.toxics = direction.streams().stream()
                .map(stream -> new Toxic(spec.id() + "-" + stream, type, stream, attributes))
                .toList();
    }

    LinkProxy proxy() {
        return link.get();
    }

    FaultEvent.Undo undo() {
        return proxy().undo();
    }

    void add() {
        toxics.forEach(proxy()::add);
    }

    boolean listed() {
        return toxics.stream().allMatch(proxy().state()::lists);
    }

    /** Connected, but nothing comes back. */
    Verification silent() {
        return judge(proxy().probe(SILENCE), ProbeResult.End.SILENT);
    }

    Verification judge(ProbeResult seen, ProbeResult.End expected) {
        boolean listed = listed();
        return new Verification(
                listed && seen.end() == expected,
                "through the proxy: " + seen + ", expected " + expected + "; toxics listed: " + listed);
    }

    /** Removes in reverse order; a control plane that does not answer any more is replaced. */
    void heal() {
        try {
            toxics.reversed().forEach(proxy()::remove);
            if (LinkHealth.restored(proxy())) {
                return;
            }
        } catch (ToxiproxyException.ControlLost wedged) {
            LinkHealth.recreate(proxy());
            return;
        }
        LinkHealth.recreate(proxy());
    }
}
