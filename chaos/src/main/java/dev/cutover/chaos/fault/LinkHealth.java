package dev.cutover.chaos.fault;

import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.chaos.toxiproxy.ProxyState;
import dev.cutover.environment.running.Await;
import java.time.Duration;

/** Whether a link is as good as its server, seen from outside. */
final class LinkHealth {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration ONE_PROBE = Duration.ofMillis(800);

    private LinkHealth() {}

    /** Waits until the link answers, or its server itself does not; not while another fault disturbs the same link. */
    static boolean restored(LinkProxy proxy) {
        ProxyState state = proxy.state();
        boolean disturbedByAnother = !state.enabled() || !state.toxics().isEmpty();
        return disturbedByAnother || Await.until(LIMIT, () -> asGoodAsItsServer(proxy));
    }

    private static boolean asGoodAsItsServer(LinkProxy proxy) {
        return proxy.probe(ONE_PROBE).reached() || !proxy.probeDirect(ONE_PROBE).reached();
    }

    /** Replaces the proxy's process, which takes all toxics with it. */
    static void recreate(LinkProxy proxy) {
        proxy.recreate();
        if (!restored(proxy)) {
            throw new IllegalStateException("link " + proxy.link().name() + ": " + proxy.upstream()
                    + " answers, but not through a fresh proxy at " + proxy.listen());
        }
    }
}
