package dev.cutover.scenarios.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.util.stream.IntStream;

/** One continuous run: a warm-up outside the journal, then sessions that arrive as planned until the stop word is set. */
public final class LoadSimulation extends Simulation {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TAIL = Duration.ofSeconds(30);

    private final Injection injection;
    private final WarmUp warmUp;

    /** Called by Gatling, which knows only the class. */
    public LoadSimulation() {
        injection = InjectorMain.injection();
        warmUp = new WarmUp(injection);
        setUp(warmUp.users().andThen(sessions().injectOpen(arrivals())))
                .protocols(protocol())
                .maxDuration(injection
                        .load()
                        .atMost()
                        .plus(TAIL)
                        .plus(injection.load().longestOperation()));
    }

    private HttpProtocolBuilder protocol() {
        HttpProtocolBuilder protocol = http.baseUrl(
                        injection.settings().target().toString())
                .disableWarmUp()
                // Paths are written as they are to be sent.
                .disableUrlEncoding()
                .disableCaching()
                .disableFollowRedirect();
        return injection.load().keepAlive() ? protocol.shareConnections() : protocol.header("Connection", "close");
    }

    private OpenInjectionStep[] arrivals() {
        ArrivalPlan plan = injection.plan();
        return IntStream.range(0, plan.seconds())
                .map(plan::inSecond)
                .mapToObj(users ->
                        users == 0 ? nothingFor(SECOND) : rampUsers(users).during(SECOND))
                .toArray(OpenInjectionStep[]::new);
    }

    private ScenarioBuilder sessions() {
        return scenario("session")
                .exec(stopLoadGeneratorIf(session -> "the stop word is set", session -> injection.stopped()))
                .exitHereIf(session -> injection.stopping())
                .exec(session -> session.set("number", arrive()))
                .pause(session -> injection.starts().untilStart(session.getInt("number")))
                .exec(this::start)
                .exec(asLongAs(session -> visit(session).goesOn()).on(attempt()));
    }

    private int arrive() {
        int number = injection.starts().arrive();
        if (number == 0) {
            warmUp.done();
        }
        return number;
    }

    private Session start(Session session) {
        int number = session.getInt("number");
        if (!injection.stopping()) {
            injection.starts().started(number);
        }
        return session.set("visit", injection.visit(number));
    }

    private ChainBuilder attempt() {
        Attempts attempts = Attempts.of(injection.load());
        Requests requests = new Requests(
                injection.load(),
                attempts,
                session -> visit(session).current(),
                session -> visit(session).write());
        return exec(session -> {
                    visit(session).prepare();
                    return session;
                })
                .exec(requests.all(injection.operationsOfPlan()))
                .exec(session -> {
                    Visit visit = visit(session);
                    visit.settle(attempts.read(session));
                    return attempts.forget(session);
                })
                .pause(session -> visit(session).pause());
    }

    private static Visit visit(Session session) {
        Visit visit = session.get("visit");
        if (visit == null) {
            throw new IllegalStateException("the session has not begun");
        }
        return visit;
    }
}
