package dev.cutover.sync.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A message that arrived, and its place in the topic; {@code publishedAt} is in milliseconds since 1970. */
public record Received(int partition, long offset, long publishedAt, Message message) {

    /** What nobody can read still has its place, and becomes a dead letter there. */
    static Received of(ConsumerRecord<byte[], byte[]> record) {
        return new Received(record.partition(), record.offset(), record.timestamp(), message(record));
    }

    private static Message message(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JsonRecords.read(record.value(), Message.class);
        } catch (RuntimeException e) {
            return new Message.Unreadable(0, record.timestamp(), "offset " + record.offset() + ": " + e.getMessage());
        }
    }
}
