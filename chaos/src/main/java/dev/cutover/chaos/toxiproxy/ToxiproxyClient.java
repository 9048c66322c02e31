package dev.cutover.chaos.toxiproxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutover.environment.spec.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API of one Toxiproxy process. Every call ends within {@link #LIMIT}: a wedged Toxiproxy answers 503 after 25 s, or never
 * (Shopify/toxiproxy#558).
 */
public final class ToxiproxyClient {

    static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private final Address admin;

    public ToxiproxyClient(Address admin) {
        this.admin = admin;
    }

    public String version() {
        return tree(call("GET", "/version", null)).path("version").asText();
    }

    /** Whether it answers now. */
    public boolean answers() {
        try {
            return !version().isEmpty();
        } catch (ToxiproxyException notYet) {
            return false;
        }
    }

    public Set<String> proxies() {
        return read(call("GET", "/proxies", null), new TypeReference<Map<String, ProxyState>>() {})
                .keySet();
    }

    public ProxyState create(String name, Address listen, Address upstream) {
        var body = Map.of("name", name, "listen", listen.toString(), "upstream", upstream.toString(), "enabled", true);
        return state(call("POST", "/proxies", body));
    }

    public ProxyState proxy(String name) {
        return state(call("GET", "/proxies/" + name, null));
    }

    /** Disabling closes the listener and all connections; toxics stay. */
    public ProxyState enable(String name, boolean enabled) {
        return state(call("PATCH", "/proxies/" + name, Map.of("enabled", enabled)));
    }

    public void add(String proxy, Toxic toxic) {
        call("POST", "/proxies/" + proxy + "/toxics", toxic);
    }

    /** Removes a toxic; one that is not there is already removed. */
    public void remove(String proxy, String toxic) {
        send("DELETE", "/proxies/" + proxy + "/toxics/" + toxic, null, NOT_FOUND);
    }

    private String call(String method, String path, @Nullable Object body) {
        return send(method, path, body, -1);
    }

    private String send(String method, String path, @Nullable Object body, int alsoFine) {
        HttpResponse<String> answer = exchange(request(method, path, body), method + " " + path);
        int status = answer.statusCode();
        if (status / 100 == 2 || status == alsoFine) {
            return answer.body();
        }
        String message = "toxiproxy at " + admin + ": " + method + " " + path + " answered " + status + ": "
                + answer.body().strip();
        throw status == UNAVAILABLE
                ? new ToxiproxyException.ControlLost(message, null)
                : new ToxiproxyException(message, null);
    }

    private HttpRequest request(String method, String path, @Nullable Object body) {
        // Toxiproxy answers 403 to anything that calls itself Mozilla.
        return HttpRequest.newBuilder(URI.create("http://" + admin + path))
                .timeout(LIMIT)
                .header("User-Agent", "cutover")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : json(body))
                .build();
    }

    private HttpResponse<String> exchange(HttpRequest request, String what) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ToxiproxyException.ControlLost(
                    "toxiproxy at " + admin + ": " + what + " got no answer within " + LIMIT.toSeconds() + " s: " + e,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToxiproxyException("toxiproxy at " + admin + ": " + what + " was interrupted", e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + body, e);
        }
    }

    private ProxyState state(String body) {
        return read(body, new TypeReference<>() {});
    }

    private JsonNode tree(String body) {
        return read(body, new TypeReference<>() {});
    }

    private <T> T read(String body, TypeReference<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new ToxiproxyException(
                    "toxiproxy at " + admin + " answered something else than expected: " + body, e);
        }
    }
}
