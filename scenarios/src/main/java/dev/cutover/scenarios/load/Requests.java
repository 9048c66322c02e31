package dev.cutover.scenarios.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import dev.cutover.rehearse.load.LoadModel;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One request of Gatling's for each kind of operation: its method and the names of its headers are fixed, all else comes from the call.
 *
 * <p>On a kept connection that the server closes, Gatling sends a request again by itself, a POST too. What signs a request is asked each
 * time that it is written, so that is where the second time is refused.
 *
 * @param attempts what else of answers is kept
 * @param call the session's current one
 * @param once throws if the session's current attempt was written before
 */
record Requests(LoadModel load, Attempts attempts, Function<Session, Call> call, Consumer<Session> once) {

    /** Sends the request of the current call's kind. */
    ChainBuilder all(List<Operation> operations) {
        List<Choice.WithKey> choices = operations.stream()
                .<Choice.WithKey>map(operation -> onCase(operation.name()).then(exec(of(operation))))
                .toList();
        return CoreDsl.doSwitch(session -> call.apply(session).operation().name())
                .on(choices);
    }

    HttpRequestActionBuilder of(Operation operation) {
        HttpRequestActionBuilder request = http(operation.name())
                .httpRequest(operation.method(), session -> call.apply(session).path())
                .requestTimeout(load.timeout())
                .sign((written, session) -> {
                    once.accept(session);
                    return written;
                })
                .check(status().saveAs("status"), bodyBytes().optional().saveAs("answer"));
        for (var kept : attempts.headers().entrySet()) {
            request = request.check(header(kept.getValue()).optional().saveAs(kept.getKey()));
        }
        for (int index = 0; index < operation.headers().size(); index++) {
            int position = index;
            request = request.header(
                    operation.headers().get(index).name(),
                    session -> call.apply(session).headers().get(position));
        }
        if (operation.body() != null) {
            request = request.body(StringBody(session -> call.apply(session).body()));
        }
        return load.servedBy().isEmpty()
                ? request
                : request.check(header(load.servedBy().get()).optional().saveAs("servedBy"));
    }
}
