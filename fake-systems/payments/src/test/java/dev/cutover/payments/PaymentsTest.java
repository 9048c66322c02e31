package dev.cutover.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
@Tag("slow")
class PaymentsTest {
    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private Payments payments;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        payments = Payments.start(Map.of("PORT", "" + port, "TAP", tap().toString()));
    }

    @AfterEach
    void stop() {
        payments.close();
    }

    private Path tap() {
        return directory.resolve("tap.jsonl");
    }

    private HttpResponse<String> charge(String operation, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/charges"))
                .headers("Idempotency-Key", operation, "X-Caller", "old")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private static String order(int number) {
        return "{\"household\":7,\"orderNumber\":%d,\"amountCents\":1230}".formatted(number);
    }

    @Test
    void aCallIsInTheTapWhenItIsAnswered() throws IOException {
        var answer = charge("42", order(1));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).matches("\\{\"chargeId\":\"[^\"]+\"}");
        assertThat(Files.readAllLines(tap()))
                .singleElement()
                .asString()
                .matches(
                        "\\{\"ns\":-?\\d+,\"at\":\"[^\"]+\",\"operation\":\"42\",\"caller\":\"old\",\"subject\":\"order 1\","
                                + "\"amount\":1230,\"status\":201}");
    }

    @Test
    void everyCallIsALineOfItsOwnAlsoARepeatedOne() throws IOException {
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> charge("" + i / 2, order(i)).statusCode()))
                .toList();
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(201));
        List<String> lines = Files.readAllLines(tap());
        assertThat(lines).hasSize(40).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines)
                .filteredOn(line -> line.contains("\"operation\":\"7\""))
                .hasSize(2);
    }

    @Test
    void aCallThatBringsNonsenseIsWrittenDownToo() throws IOException {
        charge("43", "nonsense");
        assertThat(Files.readString(tap())).contains("\"operation\":\"43\"", "\"status\":201");
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> Payments.start(Map.of("PORT", "http", "TAP", "t")))
                .hasMessageContaining("PORT")
                .hasMessageContaining("http");
        assertThatThrownBy(() -> Payments.start(Map.of("PORT", "1"))).hasMessageContaining("TAP");
    }
}
