package dev.cutover.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("A third party")
class ThirdPartyTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path root;

    @BeforeEach
    void mappings() throws IOException {
        Files.createDirectory(root.resolve("mappings"));
        Files.writeString(
                root.resolve("mappings/charges.json"),
                "{\"request\":{\"method\":\"POST\",\"urlPath\":\"/charges\"},\"response\":{\"status\":201}}");
    }

    @Test
    void answers_by_its_mappings_and_remembers_each_request() throws Exception {
        try (ThirdParty party = ThirdParty.start(environment())) {
            HttpRequest charge = HttpRequest.newBuilder(at(party, "/charges"))
                    .header("Idempotency-Key", "17")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThat(HTTP.send(charge, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);

            HttpResponse<String> journal = HTTP.send(
                    HttpRequest.newBuilder(at(party, "/__admin/requests")).build(), BodyHandlers.ofString());

            assertThat(journal.body()).contains("\"Idempotency-Key\" : \"17\"", "\"requestJournalDisabled\" : false");
        }
    }

    @Test
    void says_that_it_is_well() throws Exception {
        try (ThirdParty party = ThirdParty.start(environment())) {
            HttpRequest health =
                    HttpRequest.newBuilder(at(party, "/__admin/health")).build();
            assertThat(HTTP.send(health, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void names_a_mapping_that_is_wrong() throws IOException {
        Files.writeString(root.resolve("mappings/wrong.json"), "{\"request\":");

        assertThatThrownBy(() -> ThirdParty.start(environment())).hasMessageContaining("wrong.json");
    }

    @Test
    void names_a_root_without_mappings() {
        Map<String, String> elsewhere =
                Map.of("PORT", "0", "ROOT", root.resolve("mappings").toString());

        assertThatThrownBy(() -> ThirdParty.start(elsewhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ROOT: expected a directory with WireMock's mappings");
    }

    private Map<String, String> environment() {
        return Map.of("PORT", "0", "ROOT", root.toString());
    }

    private static URI at(ThirdParty party, String path) {
        return URI.create("http://127.0.0.1:" + party.port() + path);
    }
}
