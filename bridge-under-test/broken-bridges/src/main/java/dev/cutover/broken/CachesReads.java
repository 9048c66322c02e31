package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bridge that keeps answers to reads for three seconds and gives them again, whatever was written meanwhile. */
public final class CachesReads implements Forwarder {
    private static final long KEPT_NS = Duration.ofSeconds(3).toNanos();

    private record Kept(Answer answer, long sinceNs) {
        boolean isFresh(long nowNs) {
            return nowNs - sinceNs < KEPT_NS;
        }
    }

    private final Forwarder owner;
    private final Counter activated;
    private final Map<String, Kept> answers = new LinkedHashMap<>();

    private CachesReads(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(CachesReads::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new CachesReads(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        if (exchange.operation().isWrite()) {
            return owner.ask(exchange, ownership);
        }
        answers.values().removeIf(kept -> !kept.isFresh(System.nanoTime()));
        String question = question(exchange);
        Kept kept = answers.get(question);
        if (kept == null) {
            return owner.ask(exchange, ownership).onSuccess(answer -> keep(question, answer));
        }
        activated.increment();
        return Future.succeededFuture(kept.answer());
    }

    private void keep(String question, Answer answer) {
        if (answer.outcome() == Answer.Outcome.OK) {
            answers.put(question, new Kept(answer, System.nanoTime()));
        }
    }

    /** What is asked, whoever asks under whatever id. */
    static String question(Exchange exchange) {
        String body = exchange.body().toString();
        return exchange.operation().path() + body.replaceFirst("\"opId\":\"[0-9]*\",?", "");
    }
}
