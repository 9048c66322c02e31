package dev.cutover.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Delivery;
import dev.cutover.bridge.traffic.Exchange;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** A bridge that answers one of twenty acknowledged writes with a version that is one too high. */
public final class AnswersAWrongVersion implements Delivery {
    private static final int ONE_OF = 20;

    private final Counter activated;
    private long writes;

    private AnswersAWrongVersion(Counter activated) {
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(AnswersAWrongVersion::variant);
    }

    static Parts variant(Parts parts) {
        return parts.withDelivery(new AnswersAWrongVersion(Defect.activated(parts)));
    }

    @Override
    public Future<Answer> deliver(Exchange exchange, Answer answer) {
        boolean chosen =
                exchange.operation().isWrite() && answer.outcome() == Answer.Outcome.OK && ++writes % ONE_OF == 0;
        return Future.succeededFuture(chosen ? wrong(answer) : answer);
    }

    private Answer wrong(Answer answer) {
        try {
            if (Json.read(answer.body().getBytes()) instanceof ObjectNode body && body.has("ver")) {
                activated.increment();
                body.put("ver", body.path("ver").asLong() + 1);
                return new Answer(answer.status(), answer.headers(), Buffer.buffer(Json.write(body)), answer.rc());
            }
            return answer;
        } catch (IOException e) {
            return answer; // Not JSON: without a version.
        }
    }
}
