package dev.cutover.sync.stream;

import dev.cutover.sync.schema.Direction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes messages to a direction's topic until Kafka has them. Two records of one household are never under way at the
 * same time, so whatever is lost and sent again, a household's changes lie in its partition in order.
 */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final int MOST_UNDER_WAY = 1_000;
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, Executors.newVirtualThreadPerTaskExecutor());

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Map<Long, CompletableFuture<Void>> underWay = new LinkedHashMap<>();

    public Publisher(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Sends a message; returns before Kafka has it, see {@link #settle()}. */
    public void publish(Message message) throws InterruptedException {
        switch (message) {
            case Message.Change change -> toHousehold(change.household(), message);
            case Message.Unreadable unreadable -> toHousehold(unreadable.household(), message);
            case Message.Marker marker -> everywhere(marker);
        }
    }

    /** Whether Kafka has everything; waits only when too much is under way. */
    public boolean settled() throws InterruptedException {
        if (underWay.size() > MOST_UNDER_WAY) {
            settle();
        }
        underWay.values().removeIf(taken -> taken.isDone() && !taken.isCompletedExceptionally());
        return underWay.isEmpty();
    }

    /** Waits until Kafka has everything, however long that takes. */
    public void settle() throws InterruptedException {
        for (CompletableFuture<Void> one : underWay.values()) {
            settle(one);
        }
        underWay.clear();
    }

    private void toHousehold(long household, Message message) throws InterruptedException {
        CompletableFuture<Void> before = underWay.remove(household);
        if (before != null) {
            settle(before);
        }
        int partition = Math.floorMod(household, Direction.PARTITIONS);
        underWay.put(household, send(record(partition, Long.toString(household), message)));
    }

    private void everywhere(Message.Marker marker) throws InterruptedException {
        settle();
        for (int partition = 0; partition < Direction.PARTITIONS; partition++) {
            underWay.put(-1L - partition, send(record(partition, marker.id(), marker)));
        }
    }

    private ProducerRecord<byte[], byte[]> record(int partition, String key, Message message) {
        return new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), JsonRecords.write(message));
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        send(record, taken);
        return taken;
    }

    private void send(ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> taken) {
        try {
            Future<RecordMetadata> unused = producer.send(record, (place, error) -> {
                if (error == null) {
                    taken.complete(null);
                } else {
                    sendSoon(record, taken, error);
                }
            });
        } catch (KafkaException e) {
            sendSoon(record, taken, e);
        } catch (IllegalStateException closed) {
            taken.completeExceptionally(closed);
        }
    }

    private void sendSoon(ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> taken, Exception error) {
        LOG.warn("{} did not take a record, sending it again: {}", topic, error.toString());
        SOON.execute(() -> send(record, taken));
    }

    private static void settle(CompletableFuture<Void> taken) throws InterruptedException {
        try {
            taken.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the producer is closed", e);
        }
    }
}
