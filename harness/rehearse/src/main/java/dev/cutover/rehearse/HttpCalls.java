package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.environment.probe.AnyCertificate;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.plan.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests to the components' own ports, past every proxy; each has a limit that counts its answer's last byte, too. */
record HttpCalls(Environment environment) {

    private static final String TYPE = "Content-Type";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .sslContext(AnyCertificate.context())
            .build();

    /** What is asked; headers and body may hold placeholders. */
    record Call(String method, Endpoint to, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + to;
        }
    }

    record Answer(int status, String body, Map<String, String> headers) {

        /** As whoever looks for values reads it. */
        Received received() {
            return Received.of(body, headers);
        }

        @Override
        public String toString() {
            return status + (body.isBlank() ? "" : " " + Told.shortly(body));
        }
    }

    /** Asks; any status is an answer. */
    Answer send(Call call, Values values, Duration limit) throws IOException, StepFailure, InterruptedException {
        HttpRequest request = request(call, values);
        var answer = HTTP.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> here = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(here.statusCode(), here.body(), Received.headers(here.headers()));
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + Told.time(limit), e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(Call call, Values values) throws StepFailure {
        String type = call.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(TYPE))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("application/json");
        String body = type.contains("json") ? values.inJson(call.body()) : values.plain(call.body());
        String path = values.inUrl(call.to().path());
        try {
            URI to = URI.create(
                    environment.origin(call.to().component(), call.to().port()) + path);
            var request = HttpRequest.newBuilder(to)
                    .method(
                            call.method().toUpperCase(Locale.ROOT),
                            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .header(TYPE, type);
            for (var header : call.headers().entrySet()) {
                request.setHeader(header.getKey(), values.plain(header.getValue()));
            }
            return request.build();
        } catch (IllegalArgumentException e) {
            throw new StepFailure("the request cannot be sent: " + e.getMessage(), e);
        }
    }
}
