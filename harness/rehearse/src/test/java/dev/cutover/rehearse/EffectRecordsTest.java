package dev.cutover.rehearse;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.yaml.YamlFile;
import dev.cutover.rehearse.plan.EffectSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is saved of the effects that no third party writes down itself, and when nothing is. */
@Tag("slow")
class EffectRecordsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String CHARGES =
            "of: [pay]\nwiremock: { component: party, request: { post: /charges }, operation: { header: Idempotency-Key } }";

    @TempDir
    private Path observed;

    private WireMockServer party = new WireMockServer(options());

    private static WireMockConfiguration options() {
        return WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort();
    }

    @AfterEach
    void stop() {
        party.stop();
    }

    private record OneParty(int port) implements BareEnvironment {
        @Override
        public Address direct(String component, String name) {
            return new Address("127.0.0.1", port);
        }

        @Override
        public void close() {}
    }

    private EffectRecords records(String effect) {
        EffectSpec spec = YamlFile.parse("effect", effect).bind(EffectSpec.class);
        return new EffectRecords(
                Map.of("charges", spec),
                new OneParty(party.isRunning() ? party.port() : 0),
                (component, database) -> new EchoDatabase(),
                7);
    }

    private void send(String method, String path, String operation, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(party.baseUrl() + path))
                .header("Idempotency-Key", operation)
                .method(method, BodyPublishers.ofString(body))
                .build();
        var unused = HTTP.send(request, BodyHandlers.discarding());
    }

    private List<String> saved() throws IOException {
        return Files.readAllLines(observed.resolve("effects-charges.jsonl")).stream()
                .map(line -> line.replaceAll("\"ns\":-?\\d+,", ""))
                .toList();
    }

    @Test
    void aCallIsWhatThePlanSays() throws Exception {
        party.start();
        party.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        party.stubFor(post(urlPathEqualTo("/charges")).willReturn(aResponse().withStatus(201)));
        EffectRecords records = records("""
                of: [pay]
                wiremock:
                  component: party
                  request: { post: /charges }
                  operation: { header: idempotency-key }
                  subject: { body: /for }
                  amount: { body: /cents }
                """);
        records.begin();
        send("POST", "/charges?now", "12", "{\"for\":{\"note\":3},\"cents\":1230}");
        send("GET", "/charges", "13", "");
        send("POST", "/charges/12", "14", "{}");
        send("POST", "/charges", "15", "no json");
        records.save("charges", observed);
        assertThat(saved())
                .containsExactlyInAnyOrder(
                        "{\"operation\":\"12\",\"subject\":\"{\\\"note\\\":3}\",\"amount\":1230,\"status\":201}",
                        "{\"operation\":\"15\",\"status\":201}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { body: /ref }        | {"operation":"77","status":200}
            { path: 2 }           | {"operation":"12","status":200}
            { header: Elsewhere } | {"status":200}
            """)
    void theIdIsWhereThePlanSays(String place, String line) throws Exception {
        party.start();
        party.stubFor(any(anyUrl()).willReturn(aResponse()));
        EffectRecords records =
                records("of: [pay]\nwiremock: { component: party, request: { put: '/accounts/*/charge' }"
                        + ", operation: " + place + " }");
        records.begin();
        send("PUT", "/accounts/12/charge", "5", "{\"ref\":77}");
        send("PUT", "/accounts/12/34/charge", "5", "{\"ref\":77}");
        records.save("charges", observed);
        assertThat(saved()).containsExactly(line);
    }

    @Test
    void aJournalThatForgotIsNoRecord() throws Exception {
        party.start();
        EffectRecords records = records(CHARGES);
        records.begin();
        send("POST", "/charges", "12", "{}");
        party.resetRequests();
        send("POST", "/charges", "13", "{}");
        refuses(records, "does not reach back to the run's beginning");
    }

    @Test
    void aJournalOfOnlyTheLastRequestsIsNoRecord() throws Exception {
        party = new WireMockServer(options().maxRequestJournalEntries(2));
        party.start();
        EffectRecords records = records(CHARGES);
        records.begin();
        send("POST", "/charges", "12", "{}");
        records.save("charges", observed);
        assertThat(saved()).hasSize(1);
        send("POST", "/charges", "13", "{}");
        refuses(records, "does not reach back to the run's beginning");
    }

    @Test
    void aThirdPartyWithoutJournalIsNoRecord() throws Exception {
        party = new WireMockServer(options().disableRequestJournal());
        party.start();
        EffectRecords records = records(CHARGES);
        records.begin();
        refuses(records, "answered 500, which no WireMock with a journal does");
    }

    private void refuses(EffectRecords records, String why) {
        assertThatIOException()
                .isThrownBy(() -> records.save("charges", observed))
                .withMessageContaining(why);
        assertThat(observed.resolve("effects-charges.jsonl")).doesNotExist();
    }

    @Test
    void eachRowOfAQueryIsAnEffect() throws Exception {
        records("{ of: [pay], component: db, database: app, sql: 'amount,operation;5,12;7.50,13' }")
                .save("charges", observed);
        assertThat(saved())
                .containsExactly(
                        "{\"operation\":\"12\",\"amount\":5,\"status\":200}",
                        "{\"operation\":\"13\",\"amount\":7.50,\"status\":200}");
    }

    @Test
    void aQueryWithoutIdsIsRefused() {
        refuses(
                records("{ of: [pay], component: db, database: app, sql: 'ref;12' }"),
                "effects.charges: expected a column operation, found ref");
    }
}
