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
import java.util.function.Function;

/**
 * One request of Gatling's for each kind of operation: its method and the names of its headers are fixed, all else comes from the call.
 *
 * @param call the session's current one
 */
record Requests(LoadModel load, Function<Session, Call> call) {

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
                .check(status().saveAs("status"), bodyBytes().optional().saveAs("answer"));
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
