package dev.cutover.scenarios.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads outside the journal, so that no measured operation pays for class loading and compilation. A few users ask one after another:
 * systems that have just started are not asked for more than they answer.
 */
final class WarmUp {
    private static final int USERS = 8;
    private static final int READS = 200;
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NO_ANSWER = 3;

    private final Injection injection;
    private final Operation read;
    private final SplittableRandom random;
    private final long begun = System.nanoTime();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile short last = Cause.NONE;

    WarmUp(Injection injection) {
        this.injection = injection;
        this.random = Randomness.of(injection.settings().seed(), "warm-up", 0);
        this.read = injection.operationsOfPlan().stream()
                .filter(operation -> injection
                        .load()
                        .warmUp()
                        .filter(operation.name()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    PopulationBuilder users() {
        Attempts attempts = Attempts.of(injection.load());
        Requests requests = new Requests(injection.load(), attempts, WarmUp::call, session -> {});
        return scenario("warm-up")
                .exec(asLongAs(session -> goesOn())
                        .on(exec(session -> session.set("call", next()))
                                .exec(requests.of(read))
                                .exec(session -> {
                                    count(attempts.read(session));
                                    return attempts.forget(session);
                                })
                                .pause(BETWEEN)))
                .injectOpen(atOnceUsers(USERS));
    }

    /** Until there were enough; longer, but not for ever, if none was answered. */
    private boolean goesOn() {
        return asked.get() < READS || (answered.get() == 0 && System.nanoTime() - begun < PATIENCE.toNanos());
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
            System.err.println("the target answered none of " + asked + " reads before the load as '" + read.name()
                    + "' says in 'ok' or 'refused' (the last: " + Cause.describe(last)
                    + "); is the target up, and are path and answers right?");
            Runtime.getRuntime().halt(NO_ANSWER);
        }
        System.out.println("ready");
    }

    private synchronized Call next() {
        asked.incrementAndGet();
        return injection.warmUp(random);
    }

    private static Call call(Session session) {
        return Objects.requireNonNull(session.<Call>get("call"));
    }
}
