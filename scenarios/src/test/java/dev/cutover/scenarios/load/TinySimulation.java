package dev.cutover.scenarios.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.cutover.record.recorder.Answer;
import dev.cutover.record.recorder.Operation;
import dev.cutover.record.recorder.Recorder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.Objects;

/** A user's own, as docs/load.md describes it: it knows nothing of the testbed but the recorder, and looks for no stop word. */
public final class TinySimulation extends Simulation {
    private static final Recorder RECORDER = Recorder.open();

    public TinySimulation() {
        setUp(scenario("show")
                        .exec(TinySimulation::invoke)
                        .exitHereIfFailed()
                        .exec(http("show")
                                .get("/a/#{key}")
                                .header("X-Operation", "#{id}")
                                .check(
                                        status().saveAs("status"),
                                        jsonPath("$.version").ofInt().optional().saveAs("version")))
                        .exec(TinySimulation::complete)
                        .injectOpen(constantUsersPerSec(RECORDER.task().rate())
                                .during(Duration.ofSeconds(RECORDER.task().seconds()))))
                .protocols(http.baseUrl(RECORDER.task().target().toString()));
    }

    private static Session invoke(Session session) {
        String key = session.userId() % 2 == 0 ? "a" : "b";
        return RECORDER.invoke("show", key)
                .map(operation -> session.set("operation", operation)
                        .set("id", operation.id())
                        .set("key", key))
                .orElseGet(session::markAsFailed);
    }

    private static Session complete(Session session) {
        Operation operation = Objects.requireNonNull(session.<Operation>get("operation"));
        if (session.contains("version")) {
            operation.ok(Answer.SILENT.withVersion(session.getInt("version")));
        } else {
            operation.unknown();
        }
        return session;
    }
}
