package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import io.micrometer.core.instrument.Counter;

/** A bridge whose writes carry an epoch so high that no fence ever refuses them. */
public final class ForgetsEpochs {
    private ForgetsEpochs() {}

    public static void main(String[] args) {
        Bridge.run(ForgetsEpochs::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> (exchange, ownership) -> {
            if (exchange.operation().isWrite()) {
                activated.increment();
            }
            return owner.ask(exchange, Unfenced.of(ownership.owner()));
        });
    }
}
