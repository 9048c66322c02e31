package dev.cutover.sync.capture;

import dev.cutover.sync.stream.Message;
import java.util.List;

/** Decides what becomes of transactions that the sync itself applied. */
public interface EchoPolicy {

    /** Parameters of the replication stream, {@code name=value} separated by semicolons. */
    String streamParameters();

    /** The messages to send for a captured transaction, given those it would lead to were it local. */
    List<Message> admit(CapturedTransaction transaction, List<Message> messages);

    /** Applied transactions bear an origin: the server suppresses them, and none that slips through is sent. */
    static EchoPolicy localOnly() {
        return new EchoPolicy() {
            @Override
            public String streamParameters() {
                return "origin=none";
            }

            @Override
            public List<Message> admit(CapturedTransaction transaction, List<Message> messages) {
                return transaction.local() ? messages : List.of();
            }
        };
    }
}
