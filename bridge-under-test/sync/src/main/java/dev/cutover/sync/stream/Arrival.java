package dev.cutover.sync.stream;

/** What happens while records that have arrived are not applied yet. */
public interface Arrival {
    /** Told again each time before some of them are applied; {@code forget} tells Kafka that none need come again. */
    void arrived(Runnable forget);

    /** Nothing: Kafka is told once they are applied. */
    static Arrival waitsToBeApplied() {
        return forget -> {};
    }
}
