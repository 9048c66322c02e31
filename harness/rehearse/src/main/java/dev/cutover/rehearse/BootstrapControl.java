package dev.cutover.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.spec.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Starts the first load of existing data and waits for it; asks again when the sync was restarted meanwhile. */
final class BootstrapControl {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final URI uri;
    private final Duration within;

    BootstrapControl(Address sync, Duration within) {
        this.uri = URI.create("http://" + sync + "/bootstrap");
        this.within = within;
    }

    /** Returns how many households were copied. */
    long run() throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        String last = "no answer yet";
        boolean started = false;
        while (System.nanoTime() < deadline) {
            try {
                if (!started) {
                    send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()));
                    started = true;
                }
                JsonNode state = send(HttpRequest.newBuilder(uri));
                last = state.toString();
                switch (state.path("state").asText()) {
                    case "done" -> {
                        return state.path("copied").asLong();
                    }
                    case "failed" -> throw new RehearsalException("the bootstrap failed: " + last);
                    case "idle" -> started = false;
                    default -> {}
                }
            } catch (IOException e) {
                last = e.toString(); // the sync may be down by plan; it is asked again
            }
            pause();
        }
        throw new RehearsalException("the bootstrap was not done within %s; last seen: %s".formatted(within, last));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.timeout(Duration.ofSeconds(2)).build(), BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(POLL.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
