package dev.cutover.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A client of a system that speaks JSON; what an answer says is up to the contract. */
public final class JsonClient<A> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI system;
    private final Reading<A> reading;

    public JsonClient(URI system, Reading<A> reading) {
        this.system = system;
        this.reading = reading;
    }

    /** Makes an answer of what came back; the body is an empty object if it was not JSON. */
    @FunctionalInterface
    public interface Reading<A> {
        A of(int status, HttpResponse<String> http, JsonNode body);
    }

    /** A request to be completed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(system.resolve(path)).timeout(LIMIT);
    }

    /** Sends a request; headers come in pairs. */
    public A send(HttpRequest.Builder request, String... headers) {
        HttpResponse<String> answer = exchange(headers.length == 0 ? request : request.headers(headers));
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        try {
            return reading.of(answer.statusCode(), answer, JSON.readTree(json ? answer.body() : "{}"));
        } catch (IOException e) {
            throw new UncheckedIOException("expected JSON, found " + answer.body(), e);
        }
    }

    /** The text of a page. */
    public String page(String path) {
        return exchange(request(path)).body();
    }

    /** Waits until the system has prepared its database. */
    public void awaitDatabase() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> page("/metrics").contains("database_up 1.0"));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
