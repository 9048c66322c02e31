package dev.cutover.newsystem;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether the system can serve: its database answers now, and Kafka has answered since the start. */
public final class Health {
    private final AtomicReference<Optional<String>> database = new AtomicReference<>(Optional.of("not reached yet"));
    private final AtomicReference<Optional<String>> kafka = new AtomicReference<>(Optional.of("not reached yet"));

    /** The database answered, or why not. */
    public void database(Optional<String> trouble) {
        database.set(trouble);
    }

    /** Kafka answered. */
    public void kafkaReached() {
        kafka.set(Optional.empty());
    }

    /** Kafka cannot be reached; what was reached once stays so, for the API does not need it. */
    public void kafkaTrouble(String trouble) {
        kafka.updateAndGet(before -> before.map(old -> trouble));
    }

    /** Whether the database answers. */
    public boolean databaseAnswers() {
        return database.get().isEmpty();
    }

    /** What is wrong; empty if the system can serve. */
    public Optional<String> trouble() {
        return database.get()
                .map(why -> "database: " + why)
                .or(() -> kafka.get().map(why -> "kafka: " + why));
    }
}
