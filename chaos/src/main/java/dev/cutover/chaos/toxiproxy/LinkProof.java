package dev.cutover.chaos.toxiproxy;

import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.environment.running.Await;
import dev.cutover.environment.spec.Protocol;
import java.time.Duration;
import java.util.List;

/** Proves that a link works through its proxy, breaks with it, and works again; and that nobody goes another way. */
final class LinkProof {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration ONE_PROBE = Duration.ofSeconds(1);

    private final LinkProxy proxy;

    LinkProof(LinkProxy proxy) {
        this.proxy = proxy;
    }

    /** @throws IllegalStateException naming the link and what was seen instead */
    void prove() {
        // Otherwise the break below would prove nothing.
        requireAnswer("before its proxy was disabled");
        if (proxy.link().protocol() == Protocol.KAFKA) {
            AdvertisedAddress.requireProxy(proxy);
        }
        proxy.disable();
        try {
            requireBroken();
        } finally {
            proxy.enable();
        }
        requireAnswer("after its proxy was enabled again");
    }

    private void requireBroken() {
        ProbeResult seen = proxy.probe(ONE_PROBE);
        if (seen.end() != ProbeResult.End.REFUSED) {
            throw failure("with its proxy disabled, " + proxy.listen() + " should refuse connections, but: " + seen);
        }
    }

    void proveNoBypass(BypassCheck check) {
        List<String> bypassing = check.bypassing(proxy.upstream());
        if (!bypassing.isEmpty()) {
            throw failure("its client bypasses its proxy: " + String.join(", ", bypassing) + " is connected to "
                    + proxy.upstream() + ". Configure it with " + proxy.listen());
        }
    }

    private void requireAnswer(String when) {
        if (!Await.until(LIMIT, () -> proxy.probe(ONE_PROBE).reached())) {
            throw failure("no answer through " + proxy.listen() + " within " + LIMIT.toSeconds() + " s " + when
                    + "; asked directly, " + proxy.upstream() + ": " + proxy.probeDirect(ONE_PROBE));
        }
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException("link " + proxy.link().name() + ": " + what);
    }
}
