package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.capture.CapturedTransaction;
import dev.cutover.sync.capture.EchoPolicy;
import dev.cutover.sync.stream.Message;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.stream.Stream;

/** Correct but odd: every change and marker is published twice, one after the other. */
public final class SendsEverythingTwice implements EchoPolicy {
    private final EchoPolicy correct;
    private final Counter activated;

    private SendsEverythingTwice(EchoPolicy correct, Counter activated) {
        this.correct = correct;
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(SendsEverythingTwice::variant);
    }

    static Parts variant(Parts parts) {
        return parts.withEcho(new SendsEverythingTwice(parts.echo(), Defect.activated(parts)));
    }

    @Override
    public String streamParameters() {
        return correct.streamParameters();
    }

    @Override
    public List<Message> admit(CapturedTransaction transaction, List<Message> messages) {
        List<Message> admitted = correct.admit(transaction, messages);
        activated.increment(admitted.size());
        return admitted.stream().flatMap(message -> Stream.of(message, message)).toList();
    }
}
