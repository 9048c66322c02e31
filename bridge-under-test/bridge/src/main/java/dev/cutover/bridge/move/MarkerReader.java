package dev.cutover.bridge.move;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads {@code sync.markers} from its beginning: a marker that is seen once too often does no harm, a
 * missed one does.
 */
final class MarkerReader {
    private static final Logger LOG = LoggerFactory.getLogger(MarkerReader.class);
    private static final TopicPartition TOPIC = new TopicPartition("sync.markers", 0);

    private final String servers;
    private final MarkerReceipts receipts;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, String> consumer;

    MarkerReader(String servers, MarkerReceipts receipts) {
        this.servers = servers;
        this.receipts = receipts;
    }

    void start() {
        Thread.ofPlatform().daemon().name("marker-reader").start(this::readUntilClosed);
    }

    void close() {
        closed.countDown();
        Consumer<String, String> open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    private void readUntilClosed() {
        try {
            do {
                read();
            } while (!closed.await(200, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (Consumer<String, String> open = new KafkaConsumer<>(
                KafkaSettings.consumer(servers), new StringDeserializer(), new StringDeserializer())) {
            consumer = open;
            open.assign(List.of(TOPIC));
            while (closed.getCount() > 0) {
                open.poll(Duration.ofMillis(500)).forEach(marker -> receipts.received(marker.value()));
            }
        } catch (WakeupException e) {
            LOG.debug("closed");
        } catch (KafkaException e) {
            LOG.warn("reading {} starts again after: {}", TOPIC, e.toString());
        }
    }
}
