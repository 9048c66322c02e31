package dev.cutover.rehearse;

import dev.cutover.record.evidence.StreamLog;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.plan.SentinelSpec.Send;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The broker, past every proxy. What it cannot do it says by an exception, as its client does. */
public interface Broker {

    /** Whether there is one. */
    default boolean present() {
        return true;
    }

    /** Puts a record into every partition and returns when all are acknowledged. */
    void send(Send.Kafka record, Sentinel sentinel) throws ExecutionException, InterruptedException;

    /** Of every topic, by name and partition. */
    List<End> ends();

    /** The values of all dead letters. */
    List<String> deadLetters() throws IOException;

    /**
     * Reads a topic from its beginning to where it ended when this began; of transactions only what was committed.
     *
     * @return what there was of it
     */
    StreamLog.Extent read(String component, String topic, Taker taker) throws IOException;

    /** What is done with the records of a topic, in each partition by their offsets, partition by partition. */
    interface Taker {
        void take(int partition, long offset, Received record) throws IOException;
    }

    /** The offsets between which a partition holds records. */
    record End(String topic, int partition, long begin, long end) {}
}
