package dev.cutover.chaos.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.chaos.fault.ToxicFault.Seen;
import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.Map;

/**
 * Delays bytes, in order; connecting takes no longer. Healing delivers at once what was delayed.
 *
 * @param delay how late bytes are: 1 ms or longer
 * @param jitter by how much the delay varies, up and down
 * @param direction requests (upstream), answers (downstream) or both
 */
public record Latency(
        Duration delay,
        @JsonProperty(defaultValue = "0 ms") Duration jitter,
        @JsonProperty(defaultValue = "downstream") Direction direction)
        implements LinkDisturbance {

    private static final Duration SERVER_TIME = Duration.ofSeconds(1);

    public Latency {
        Least.millisecond(delay, "delay");
        if (jitter.compareTo(delay) > 0) {
            throw WrongValue.at("must not be longer than the delay", "jitter");
        }
    }

    @Override
    public boolean losesMessages() {
        return false;
    }

    @Override
    public boolean healsAlone() {
        return true;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        var attributes = Map.of("latency", delay.toMillis(), "jitter", jitter.toMillis());
        return new ToxicFault(link, id, "latency", attributes, direction, this::look);
    }

    /** The round trip takes 80 % of the least delay, or more. */
    private Seen look(LinkProxy link) {
        long least = delay.minus(jitter).toMillis() * 4 / 5;
        ProbeResult seen = link.probe(delay.plus(jitter).multipliedBy(2).plus(SERVER_TIME));
        return new Seen(
                seen.answered() && seen.took().toMillis() >= least,
                "through the proxy: " + seen + ", expected " + least + " ms or more");
    }
}
