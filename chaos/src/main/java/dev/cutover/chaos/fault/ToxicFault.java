package dev.cutover.chaos.fault;

import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.chaos.toxiproxy.Toxic;
import dev.cutover.chaos.toxiproxy.ToxiproxyException;
import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.record.event.FaultEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A fault made of toxics on one link, one for each direction. */
class ToxicFault implements Fault, Recoverable {

    private static final Duration SILENCE = Duration.ofMillis(800);
    /** So many that one of a tenth of the connections is hardly ever missed. */
    private static final int LOOKS = 100;

    private final LinkProxy link;
    private final List<Toxic> toxics;
    private final Function<LinkProxy, Seen> look;

    /** What a look through the proxy showed; a toxic has to be listed, too: a server that hangs by itself is no fault of ours. */
    record Seen(boolean asExpected, String evidence) {}

    ToxicFault(
            LinkProxy link,
            String id,
            String type,
            Map<String, Long> attributes,
            Direction direction,
            Function<LinkProxy, Seen> look) {
        this(link, toxics(id, type, attributes, direction, 1), look);
    }

    private ToxicFault(LinkProxy link, List<Toxic> toxics, Function<LinkProxy, Seen> look) {
        this.link = link;
        this.toxics = toxics;
        this.look = look;
    }

    private static List<Toxic> toxics(
            String id, String type, Map<String, Long> attributes, Direction direction, double share) {
        return direction.streams().stream()
                .map(stream -> new Toxic(id + "-" + stream, type, stream, attributes, share))
                .toList();
    }

    /** Leaves a link connected and lets nothing through. */
    static ToxicFault silent(LinkProxy link, String id, String type, String attribute, Direction direction) {
        return silent(link, id, type, attribute, direction, 1);
    }

    /** Does so for a share of the connections. */
    static ToxicFault silent(
            LinkProxy link, String id, String type, String attribute, Direction direction, double share) {
        return new ToxicFault(
                link, toxics(id, type, Map.of(attribute, 0L), direction, share), proxy -> silent(proxy, share));
    }

    /** Looks until a connection is one of those that it is for. */
    private static Seen silent(LinkProxy proxy, double share) {
        Seen seen = ended(proxy, SILENCE, ProbeResult.End.SILENT);
        for (int more = share < 1 ? LOOKS : 0; more > 0 && !seen.asExpected(); more--) {
            seen = ended(proxy, SILENCE, ProbeResult.End.SILENT);
        }
        return seen;
    }

    /** Whether a probe ends as it should. */
    static Seen ended(LinkProxy proxy, Duration limit, ProbeResult.End expected) {
        ProbeResult seen = proxy.probe(limit);
        return new Seen(seen.end() == expected, "through the proxy: " + seen + ", expected " + expected);
    }

    final LinkProxy link() {
        return link;
    }

    @Override
    public final FaultEvent.Undo undo() {
        return link.undo();
    }

    @Override
    public void inject() {
        toxics.forEach(link::add);
    }

    @Override
    public final Verification verify() {
        Seen seen = look.apply(link);
        boolean listed = toxics.stream().allMatch(link.state()::lists);
        return new Verification(listed && seen.asExpected(), seen.evidence() + "; toxics listed: " + listed);
    }

    /** Removes in reverse order; a control plane that does not answer any more is replaced. */
    @Override
    public void heal() {
        try {
            toxics.reversed().forEach(link::remove);
            if (LinkHealth.restored(link)) {
                return;
            }
        } catch (ToxiproxyException.ControlLost wedged) {
            LinkHealth.recreate(link);
            return;
        }
        LinkHealth.recreate(link);
    }
}
