package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.spec.Address;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * JSON over HTTP to one of the systems' own APIs, with a limit for every request.
 *
 * @param token bearer token; empty for none
 */
record JsonClient(Address address, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Any answer but success. */
    static final class Refused extends IOException {

        @Serial
        private static final long serialVersionUID = 1;

        private Refused(HttpResponse<String> answer) {
            super("HTTP " + answer.statusCode() + " " + answer.body());
        }
    }

    JsonNode get(String path, Duration within) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), within);
    }

    /** Asks for something to begin; the answer says no more than that it was heard. */
    void post(String path, Duration within) throws IOException, InterruptedException {
        send("POST", path, BodyPublishers.noBody(), within);
    }

    JsonNode put(String path, Object body, Duration within) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), within);
    }

    private JsonNode send(String method, String path, BodyPublisher body, Duration within)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                .timeout(within)
                .header("Content-Type", "application/json")
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        // 202 means "later", which is an answer only to what just begins.
        boolean success = answer.statusCode() == 200 || (answer.statusCode() == 202 && method.equals("POST"));
        if (!success) {
            throw new Refused(answer);
        }
        return JSON.readTree(answer.body());
    }
}
