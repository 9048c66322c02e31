package dev.cutover.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.routing.RoutingTable.Ownership;
import dev.cutover.bridge.traffic.Answer;
import dev.cutover.bridge.traffic.Exchange;
import dev.cutover.bridge.traffic.Forwarder;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bridge that answers reads with the content that it gave up to three seconds ago, under the version that the key has now. */
public final class AnswersOldContent implements Forwarder {
    private static final long KEPT_NS = Duration.ofSeconds(3).toNanos();

    private record Kept(Buffer body, long sinceNs) {
        boolean isOver(long nowNs) {
            return nowNs - sinceNs >= KEPT_NS;
        }
    }

    private final Forwarder owner;
    private final Counter activated;
    private final Map<String, Kept> contents = new LinkedHashMap<>();

    private AnswersOldContent(Forwarder owner, Counter activated) {
        this.owner = owner;
        this.activated = activated;
    }

    public static void main(String[] args) {
        Bridge.run(AnswersOldContent::variant);
    }

    static Parts variant(Parts parts) {
        Counter activated = Defect.activated(parts);
        return parts.withForwarding(owner -> new AnswersOldContent(owner, activated));
    }

    @Override
    public Future<Answer> ask(Exchange exchange, Ownership ownership) {
        Future<Answer> asked = owner.ask(exchange, ownership);
        return exchange.operation().isWrite() ? asked : asked.map(answer -> withOldContent(exchange, answer));
    }

    private Answer withOldContent(Exchange exchange, Answer answer) {
        if (answer.outcome() != Answer.Outcome.OK) {
            return answer;
        }
        long now = System.nanoTime();
        contents.values().removeIf(kept -> kept.isOver(now));
        Kept kept = contents.putIfAbsent(CachesReads.question(exchange), new Kept(answer.body(), now));
        return kept == null || kept.body().equals(answer.body()) ? answer : patched(answer, kept.body());
    }

    private Answer patched(Answer answer, Buffer old) {
        try {
            if (Json.read(answer.body().getBytes()) instanceof ObjectNode fresh
                    && Json.read(old.getBytes()) instanceof ObjectNode body
                    && !body.path("ver").equals(fresh.path("ver"))) {
                activated.increment();
                body.set("ver", fresh.path("ver"));
                return new Answer(answer.status(), answer.headers(), Buffer.buffer(Json.write(body)), answer.rc());
            }
            return answer;
        } catch (IOException e) {
            return answer; // Not JSON: without a version.
        }
    }
}
