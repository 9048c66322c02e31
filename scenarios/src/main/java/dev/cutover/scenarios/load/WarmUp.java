package dev.cutover.scenarios.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads outside the journal, so that no measured operation pays for class loading and compilation. */
final class WarmUp {
    static final int READS = 200;
    static final Duration LASTS = Duration.ofSeconds(2);

    private static final int NO_ANSWER = 3;

    private final int households;
    private final SplittableRandom random;
    private final AtomicInteger answered;

    WarmUp(Injection injection) {
        this.households = injection.settings().keys();
        this.random = Randomness.of(injection.settings().seed(), "warm-up", 0);
        this.answered = injection.warmUpAnswers();
    }

    ScenarioBuilder scenario() {
        return CoreDsl.scenario("warm-up")
                .exec(http("warm-up")
                        .post(ShopOperation.READ_CUSTOMER.path())
                        .body(StringBody(session -> body()))
                        .check(bodyBytes().saveAs("answer")))
                .exec(session -> {
                    byte[] answer = session.get("answer");
                    if (answer != null && AnswerReader.read(answer) != null) {
                        answered.incrementAndGet();
                    }
                    return session;
                });
    }

    /** Tells the harness that load begins; ends the process instead if the target did not answer. */
    void done() {
        if (answered.get() == 0) {
            System.err.println("the target answered none of " + READS
                    + " reads before the load; is the bridge up, and does it speak the old contract?");
            Runtime.getRuntime().halt(NO_ANSWER);
        }
        System.out.println("ready");
    }

    private synchronized String body() {
        int household = 1 + random.nextInt(households);
        Shopper shopper = new Shopper(new HotHouseholds.Household(household, false), random.split());
        return Requests.read(shopper, ShopOperation.READ_CUSTOMER, 0, shopper.customer())
                .body();
    }
}
