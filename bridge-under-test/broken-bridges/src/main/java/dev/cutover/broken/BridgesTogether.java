package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.traffic.Companion;
import dev.cutover.bridge.traffic.Delivery;
import dev.cutover.bridge.traffic.Forwarder;
import java.util.List;
import java.util.function.UnaryOperator;

/** A bridge with several defects, each for households of its own; those of no defect's share meet a correct bridge. */
public final class BridgesTogether {
    private BridgesTogether() {}

    public static void main(String[] args) {
        Bridge.run(parts -> variant(parts, Share.from(System.getenv())));
    }

    static Parts variant(Parts correct, List<Share> shares) {
        Parts all = correct;
        for (Share share : shares) {
            Parts counting = new Parts(
                    correct.traffic(),
                    correct.shadowing(),
                    correct.moving(),
                    correct.routing(),
                    share.meters(correct.meters()),
                    correct.crash());
            all = with(share, share.variant(Parts.class, counting), all);
        }
        return all;
    }

    private static Parts with(Share share, Parts broken, Parts others) {
        share.requireSame(broken.traffic().keys(), others.traffic().keys(), "operation ids");
        share.requireSame(broken.shadowing().headers(), others.shadowing().headers(), "the shadows' headers");
        share.requireSame(
                broken.shadowing().differences(), others.shadowing().differences(), "the comparison of answers");
        share.requireSame(broken.moving(), others.moving(), "how the routing changes");
        Delivery delivery = others.traffic().delivery();
        Delivery brokenDelivery = broken.traffic().delivery();
        return others.withForwarding(forwarding(
                        share, broken.traffic().forwarding(), others.traffic().forwarding()))
                .withCompanion(companion(
                        share,
                        broken.shadowing().companion(),
                        others.shadowing().companion()))
                .withDelivery((exchange, answer) ->
                        (share.has(exchange.household()) ? brokenDelivery : delivery).deliver(exchange, answer));
    }

    private static UnaryOperator<Forwarder> forwarding(
            Share share, UnaryOperator<Forwarder> broken, UnaryOperator<Forwarder> others) {
        return owner -> {
            Forwarder defective = broken.apply(owner);
            Forwarder other = others.apply(owner);
            return (exchange, ownership) ->
                    (share.has(exchange.household()) ? defective : other).ask(exchange, ownership);
        };
    }

    private static UnaryOperator<Companion> companion(
            Share share, UnaryOperator<Companion> broken, UnaryOperator<Companion> others) {
        return shadow -> {
            Companion defective = broken.apply(shadow);
            Companion other = others.apply(shadow);
            return (exchange, answer) -> (share.has(exchange.household()) ? defective : other).follow(exchange, answer);
        };
    }
}
