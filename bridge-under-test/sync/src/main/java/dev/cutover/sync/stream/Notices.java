package dev.cutover.sync.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notices until Kafka has them: a marker that nobody hears of stops a cutover. */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Producer<byte[], byte[]> producer;

    public Notices(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Returns once Kafka has all of them. */
    public void send(List<Notice> notices) throws InterruptedException {
        boolean sent = notices.isEmpty();
        while (!sent) {
            try {
                List<Future<?>> answers = new ArrayList<>();
                notices.forEach(notice -> answers.add(producer.send(record(notice))));
                for (Future<?> answer : answers) {
                    answer.get();
                }
                sent = true;
            } catch (ExecutionException | KafkaException e) {
                LOG.warn("{} notices did not reach Kafka, sending them again: {}", notices.size(), e.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Notice notice) {
        return switch (notice) {
            case Notice.Marker marker -> record("sync.markers", marker.id(), notice);
            case Notice.DeadLetter letter -> record("sync.dead-letters", Long.toString(letter.household()), notice);
        };
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, Notice notice) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), JsonRecords.write(notice));
    }
}
