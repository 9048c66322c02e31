package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads outside the journal, so that no measured operation pays for class loading and compilation. */
final class WarmUp {
    static final int READS = 200;
    static final Duration LASTS = Duration.ofSeconds(2);

    private static final int NO_ANSWER = 3;

    private final Injection injection;
    private final Operation read;
    private final SplittableRandom random;
    private final AtomicInteger answered = new AtomicInteger();
    private volatile short last = Cause.NONE;

    WarmUp(Injection injection) {
        this.injection = injection;
        this.random = Randomness.of(injection.settings().seed(), "warm-up", 0);
        this.read = injection.operationsOfPlan().stream()
                .filter(operation -> operation.name().equals(injection.load().warmUp()))
                .findFirst()
                .orElseThrow();
    }

    ScenarioBuilder scenario() {
        Requests requests = new Requests(injection.load(), WarmUp::call, session -> {});
        return CoreDsl.scenario("warm-up")
                .exec(session -> session.set("call", next()))
                .exec(requests.of(read))
                .exec(session -> {
                    count(Attempts.read(session, true));
                    return session;
                });
    }

    private void count(Attempt attempt) {
        Judgement judgement = read.answers().judge(attempt);
        if (judgement.outcome() == Outcome.UNKNOWN) {
            last = judgement.cause();
        } else {
            answered.incrementAndGet();
        }
    }

    /** Tells the harness that load begins; ends the process instead if the target did not answer. */
    void done() {
        if (answered.get() == 0) {
            System.err.println("the target answered none of " + READS + " reads before the load as '" + read.name()
                    + "' says in 'ok' or 'refused' (the last: " + Cause.describe(last)
                    + "); is the target up, and are path and answers right?");
            Runtime.getRuntime().halt(NO_ANSWER);
        }
        System.out.println("ready");
    }

    private synchronized Call next() {
        return injection.warmUp(random);
    }

    private static Call call(Session session) {
        return Objects.requireNonNull(session.<Call>get("call"));
    }
}
