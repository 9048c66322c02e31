package dev.cutover.chaos.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.environment.probe.ProbeResult;
import java.time.Duration;
import java.util.Map;

/**
 * Connections are reset as soon as bytes flow: with an answer on its way (downstream), or with the request (upstream).
 *
 * @param direction requests (upstream), answers (downstream) or both
 */
public record Reset(
        @JsonProperty(defaultValue = "downstream") Direction direction) implements LinkDisturbance {

    private static final Duration LIMIT = Duration.ofMillis(800);

    @Override
    public boolean losesMessages() {
        return false;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        return new BouncingFault(link, id, direction);
    }

    private static final class BouncingFault extends ToxicFault {

        BouncingFault(LinkProxy link, String id, Direction direction) {
            super(
                    link,
                    id,
                    "reset_peer",
                    Map.of("timeout", 0L),
                    direction,
                    proxy -> ended(proxy, LIMIT, ProbeResult.End.CLOSED));
        }

        /** Only connections opened afterwards are reset; older ones would be closed in good order, or not at all. */
        @Override
        public void inject() {
            super.inject();
            link().bounce();
        }

        /** Connections opened during the fault would be reset even after it. */
        @Override
        public void heal() {
            super.heal();
            link().bounce();
        }
    }
}
