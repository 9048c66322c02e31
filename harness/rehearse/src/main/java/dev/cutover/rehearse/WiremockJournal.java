package dev.cutover.rehearse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.environment.probe.AnyCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The requests that a WireMock has received, which it keeps in memory. A request of the testbed's own, sent before all others, is the mark
 * by which it is known that none is missing: a WireMock that was started again, was told to forget, or keeps only the last ones has lost
 * the first of all.
 */
record WiremockJournal(String origin, long seed) {
    private static final String MARK = "/__cutover/journal-of-run/";
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final Duration ALL_REQUESTS = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(A_MOMENT)
            .sslContext(AnyCertificate.context())
            .build();

    /** Takes entries in any order. */
    interface Taker {
        void entry(JsonNode entry) throws IOException;
    }

    /** Leaves the mark; whatever is answered. */
    void mark() throws IOException, InterruptedException {
        HttpRequest request = request(MARK + seed, A_MOMENT);
        var unused = HTTP.send(request, BodyHandlers.discarding());
    }

    /**
     * Hands out every entry but the mark.
     *
     * @throws IOException if it cannot be read, or is not whole
     */
    void read(Taker taker) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HTTP.send(request("/__admin/requests", ALL_REQUESTS), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(origin + "/__admin/requests answered " + answer.statusCode()
                        + ", which no WireMock with a journal does");
            }
            read(body, taker);
        }
    }

    private HttpRequest request(String path, Duration limit) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(limit).build();
    }

    /** Entry by entry: a long journal is never held as a whole. */
    private void read(InputStream body, Taker taker) throws IOException {
        boolean marked = false;
        try (JsonParser parser = JSON.createParser(body)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY && "requests".equals(parser.currentName())) {
                    marked = entries(parser, taker);
                }
            }
        }
        if (!marked) {
            throw new IOException("the journal of the WireMock at " + origin + " does not reach back to the run's"
                    + " beginning: it was started again, was told to forget, or keeps only its last entries");
        }
    }

    private boolean entries(JsonParser parser, Taker taker) throws IOException {
        boolean marked = false;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode entry = JSON.readTree(parser);
            if (entry.at("/request/url").asText().equals(MARK + seed)) {
                marked = true;
            } else {
                taker.entry(entry);
            }
        }
        return marked;
    }
}
