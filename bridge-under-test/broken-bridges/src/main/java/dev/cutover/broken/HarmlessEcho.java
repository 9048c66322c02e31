package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.capture.CapturedTransaction;
import dev.cutover.sync.capture.EchoPolicy;
import dev.cutover.sync.schema.Setup;
import dev.cutover.sync.stream.Message;
import io.micrometer.core.instrument.Counter;
import java.util.List;

/** A sync that sends what it applied back, where it is found to be there already: so it comes back only once. */
public final class HarmlessEcho implements EchoPolicy {
    private final Counter activated;

    private HarmlessEcho(Counter activated) {
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(HarmlessEcho::variant);
    }

    static Parts variant(Parts parts) {
        return parts.withEcho(new HarmlessEcho(Defect.activated(parts)));
    }

    @Override
    public String streamParameters() {
        return "";
    }

    @Override
    public List<Message> admit(CapturedTransaction transaction, List<Message> messages) {
        if (transaction.local()) {
            return messages;
        }
        // Several changes of one household that were applied in one transaction cannot be told apart here.
        List<Message> echoes = transaction.origin().equals(Setup.BOOTSTRAP_ORIGIN)
                ? List.of()
                : messages.stream()
                        .filter(message -> message instanceof Message.Change)
                        .toList();
        activated.increment(echoes.size());
        return echoes;
    }
}
