package dev.cutover.chaos.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.chaos.fault.ToxicFault.Seen;
import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.environment.probe.Probe;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.yaml.WrongValue;
import java.time.Duration;
import java.util.Map;

/**
 * Every connection is closed after a number of bytes: half a request arrives, or half an answer.
 *
 * @param bytes after how many bytes a connection is closed
 * @param direction requests (upstream), answers (downstream) or both
 */
public record Torn(
        @JsonProperty(defaultValue = "17") long bytes,
        @JsonProperty(defaultValue = "downstream") Direction direction) implements LinkDisturbance {

    private static final Duration LIMIT = Duration.ofMillis(500);

    public Torn {
        if (bytes < 1) {
            throw WrongValue.at("must be 1 or more but is " + bytes, "bytes");
        }
    }

    @Override
    public boolean losesMessages() {
        return true;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        return new ToxicFault(link, id, "limit_data", Map.of("bytes", bytes), direction, this::look);
    }

    /** Less of an answer comes through the proxy than past it. */
    private Seen look(LinkProxy link) {
        long through = read(link, link.listen());
        long past = read(link, link.upstream());
        return new Seen(
                through < past,
                "through the proxy came " + through + " bytes of an answer of " + past + ", cut at " + bytes);
    }

    private static long read(LinkProxy link, Address from) {
        return Probe.readAll(from, link.link(), LIMIT).bytes();
    }
}
