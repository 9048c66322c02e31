package dev.cutover.environment.running;

import dev.cutover.environment.spec.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * Creates a broker's topics as soon as it can be had; topics that are there already are fine, for a broker may be
 * started again.
 */
final class KafkaTopics {
    private static final int QUICKLY_MILLIS = 20;

    private final Address broker;
    private final Map<String, Integer> partitions;
    private final AtomicReference<@Nullable Attempt> attempt = new AtomicReference<>();

    KafkaTopics(Address broker, Map<String, Integer> partitions) {
        this.broker = broker;
        this.partitions = partitions;
    }

    private record Attempt(Admin admin, List<KafkaFuture<?>> answers) {}

    /** Looks whether all topics are there; the first look begins to create them. */
    Readiness.Look look() {
        Attempt current = Optional.ofNullable(attempt.get()).orElseGet(this::begin);
        if (!current.answers().stream().allMatch(KafkaFuture::isDone)) {
            return new Readiness.Look(false, "no answer from " + broker + " yet");
        }
        attempt.set(null);
        current.admin().close(Duration.ZERO);
        return current.answers().stream()
                .map(KafkaTopics::failure)
                .flatMap(Optional::stream)
                .findFirst()
                .map(failure -> new Readiness.Look(false, "creating topics at " + broker + ": " + failure))
                .orElseGet(() -> new Readiness.Look(true, "all topics are there"));
    }

    private Attempt begin() {
        Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.toString(),
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, QUICKLY_MILLIS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, QUICKLY_MILLIS,
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, QUICKLY_MILLIS,
                AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG, QUICKLY_MILLIS));
        List<NewTopic> topics = partitions.entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                .toList();
        List<KafkaFuture<?>> answers =
                new ArrayList<>(admin.createTopics(topics).values().values());
        answers.add(admin.describeCluster().clusterId());
        Attempt begun = new Attempt(admin, answers);
        attempt.set(begun);
        return begun;
    }

    private static Optional<String> failure(KafkaFuture<?> answer) {
        try {
            answer.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return e.getCause() instanceof TopicExistsException
                    ? Optional.empty()
                    : Optional.of(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
