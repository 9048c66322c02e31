package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Delivery;
import dev.cutover.bridge.traffic.Exchange;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Correct but odd: one OK of ten is lost on its way to the client, who is told 503; not twice in a row for the same
 * request, and none of a transfer, for which clients ask once only.
 */
public final class LosesOneAnswerInTen implements Delivery {
    private static final int ONE_OF = 10;

    private final Counter activated;
    private final Set<Buffer> lost = new HashSet<>();
    private long answers;

    private LosesOneAnswerInTen(Counter activated) {
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(LosesOneAnswerInTen::variant);
    }

    static Parts variant(Parts parts) {
        return parts.withDelivery(new LosesOneAnswerInTen(Defect.activated(parts)));
    }

    @Override
    public Future<Answer> deliver(Exchange exchange, Answer answer) {
        // A client that is refused after a lost answer does not know what was lost: refusals are spared.
        if (lost.remove(exchange.body())
                || answer.outcome() != Answer.Outcome.OK
                || exchange.operation() == Operation.TRANSFER_CREDIT
                || ++answers % ONE_OF != 0) {
            return Future.succeededFuture(answer);
        }
        activated.increment();
        lost.add(exchange.body());
        OldAnswer unknown = OldAnswer.of(503, ReturnCode.OVERLOADED, "the answer was lost");
        return Future.succeededFuture(Answer.of(unknown, "bridge"));
    }
}
