package dev.cutover.bridge.move;

import dev.cutover.bridge.adapter.Json;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Markers by Kafka: asked for in {@code sync.marker-requests}, seen in {@code sync.markers}. */
public final class KafkaMarkers implements Markers {
    private static final String REQUESTS = "sync.marker-requests";

    private final String servers;
    private final MarkerReceipts receipts;
    private final MarkerReader reader;
    private @Nullable Producer<String, String> producer;

    private KafkaMarkers(String servers, MarkerRule rule) {
        this.servers = servers;
        this.receipts = new MarkerReceipts(rule);
        this.reader = new MarkerReader(servers, receipts);
    }

    /** Starts to read in the background; Kafka need not be there yet. */
    public static KafkaMarkers start(String servers, MarkerRule rule) {
        KafkaMarkers markers = new KafkaMarkers(servers, rule);
        markers.reader.start();
        return markers;
    }

    @Override
    public CompletionStage<Void> send(Direction direction, Deadline deadline) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Void> applied = receipts.expect(id, deadline);
        String request =
                Json.object().put("id", id).put("direction", direction.label()).toString();
        try {
            var unused = producer().send(new ProducerRecord<>(REQUESTS, id, request), (sent, failure) -> {
                if (failure != null) {
                    receipts.failed(id, failure);
                }
            });
        } catch (KafkaException e) {
            receipts.failed(id, e);
        }
        return applied;
    }

    @Override
    public synchronized void close() {
        reader.close();
        if (producer != null) {
            producer.close(java.time.Duration.ZERO);
        }
    }

    private synchronized Producer<String, String> producer() {
        // Not at start: most starts are long before the first move.
        if (producer == null) {
            producer = new KafkaProducer<>(
                    KafkaSettings.producer(servers), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }
}
