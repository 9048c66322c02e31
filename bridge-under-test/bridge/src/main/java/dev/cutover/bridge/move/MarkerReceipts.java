package dev.cutover.bridge.move;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.adapter.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which markers are under way, and in which partitions each has come out. */
final class MarkerReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(MarkerReceipts.class);

    private record Awaited(CompletableFuture<Void> applied, BitSet partitions) {}

    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
    private final MarkerRule rule;

    MarkerReceipts(MarkerRule rule) {
        this.rule = rule;
    }

    /** Completes when the marker came out of enough partitions, fails on a dead letter or when the deadline passes. */
    CompletableFuture<Void> expect(String id, Deadline deadline) {
        CompletableFuture<Void> applied = new CompletableFuture<>();
        awaited.put(id, new Awaited(applied, new BitSet(MarkerRule.PARTITIONS)));
        return applied.orTimeout(deadline.left().toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((done, failure) -> awaited.remove(id));
    }

    /** The marker could not be sent. */
    void failed(String id, Throwable cause) {
        Awaited marker = awaited.get(id);
        if (marker != null) {
            marker.applied().completeExceptionally(new MoveAborted("the marker could not be sent: " + cause));
        }
    }

    /**
     * Takes one record of {@code sync.markers}; of an unknown id, as after a restart, it is ignored. One thread at a
     * time.
     */
    void received(String json) {
        try {
            JsonNode receipt = Json.read(json.getBytes(StandardCharsets.UTF_8));
            Awaited marker = awaited.get(receipt.path("id").asText());
            if (marker != null) {
                count(marker, receipt);
            }
        } catch (IOException e) {
            LOG.warn("sync.markers: expected a marker as JSON, found: {}", json);
        }
    }

    private void count(Awaited marker, JsonNode receipt) {
        int partition = receipt.path("partition").asInt(-1);
        long deadLetters = receipt.path("deadLetters").asLong(-1);
        if (deadLetters != 0) {
            marker.applied()
                    .completeExceptionally(new MoveAborted("expected no dead letters in partition " + partition + " of "
                            + receipt.path("direction").asText() + ", found " + deadLetters
                            + "; see the topic sync.dead-letters"));
        } else if (partition >= 0 && partition < MarkerRule.PARTITIONS) {
            marker.partitions().set(partition);
            if (rule.isApplied(marker.partitions())) {
                marker.applied().complete(null);
            }
        }
    }
}
