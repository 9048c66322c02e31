package dev.cutover.rehearse;

import dev.cutover.rehearse.plan.SentinelSpec.Send;
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
    List<String> deadLetters();

    /** The offsets between which a partition holds records. */
    record End(String topic, int partition, long begin, long end) {}
}
