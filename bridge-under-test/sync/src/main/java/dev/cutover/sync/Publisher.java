package dev.cutover.sync;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private record UnderWay(ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> answer) {}

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Map<Long, UnderWay> underWay = new LinkedHashMap<>();

    Publisher(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Sends a message; returns before Kafka has it, see {@link #settle()}. */
    void publish(Message message) throws InterruptedException {
        switch (message) {
            case Message.Change change -> toHousehold(change.household(), message);
            case Message.Unreadable unreadable -> toHousehold(unreadable.household(), message);
            case Message.Marker marker -> everywhere(marker);
        }
    }

    /** Waits until Kafka has everything, however long that takes. */
    void settle() throws InterruptedException {
        for (UnderWay one : underWay.values()) {
            settle(one);
        }
        underWay.clear();
    }

    private void toHousehold(long household, Message message) throws InterruptedException {
        UnderWay before = underWay.remove(household);
        if (before != null) {
            settle(before);
        }
        int partition = Math.floorMod(household, Setup.PARTITIONS);
        underWay.put(household, send(record(partition, Long.toString(household), message)));
    }

    private void everywhere(Message.Marker marker) throws InterruptedException {
        settle();
        for (int partition = 0; partition < Setup.PARTITIONS; partition++) {
            underWay.put(-1L - partition, send(record(partition, marker.id(), marker)));
        }
        settle();
    }

    private ProducerRecord<byte[], byte[]> record(int partition, String key, Message message) {
        return new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), Wire.write(message));
    }

    private UnderWay send(ProducerRecord<byte[], byte[]> record) {
        try {
            return new UnderWay(record, producer.send(record));
        } catch (KafkaException e) {
            return new UnderWay(record, CompletableFuture.failedFuture(e));
        }
    }

    private void settle(UnderWay sent) throws InterruptedException {
        UnderWay latest = sent;
        while (true) {
            try {
                latest.answer().get();
                return;
            } catch (ExecutionException e) {
                LOG.warn("{} did not take a record, sending it again: {}", topic, e.toString());
                LockSupport.parkNanos(PAUSE_NS);
                latest = send(latest.record());
            }
        }
    }
}
