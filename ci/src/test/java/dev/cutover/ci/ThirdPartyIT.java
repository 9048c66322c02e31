package dev.cutover.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.chaos.toxiproxy.ToxiproxyBinary;
import dev.cutover.chaos.toxiproxy.ToxiproxyNetwork;
import dev.cutover.environment.Environment;
import dev.cutover.environment.process.ProcessPlatform;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.Platform;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.RunDirectory;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A component that is wiremock")
class ThirdPartyIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path root;

    @BeforeEach
    void describe() throws IOException {
        Files.createDirectory(root.resolve("party"));
        Files.writeString(root.resolve("party/charges.json"), """
                { "request": { "method": "POST", "urlPath": "/charges" },
                  "response": { "status": 201, "bodyFileName": "charged.txt" } }
                """);
        Files.createDirectory(root.resolve("answers"));
        Files.writeString(root.resolve("answers/charged.txt"), "seed ${seed}");
        Files.writeString(root.resolve("environment.yaml"), """
                name: party-alone
                components:
                  party: { wiremock: { mappings: party, bodies: answers } }
                links:
                  client->party: party
                """);
    }

    @Test
    void answersThroughItsLinkAndRemembersEachRequest() throws Exception {
        RuntimeSettings settings = RuntimeSettings.of(HOME, new RunDirectory(root.resolve("run")), 7, Map.of());
        Files.createDirectory(root.resolve("run"));
        try (FileEventLog events = FileEventLog.open(root.resolve("run/events.jsonl"));
                Environment environment = start(settings, events)) {
            HttpRequest charge = HttpRequest.newBuilder(at(environment.proxy("client->party"), "/charges"))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            HttpResponse<String> charged = HTTP.send(charge, BodyHandlers.ofString());
            assertThat(charged.statusCode()).isEqualTo(201);
            assertThat(charged.body()).isEqualTo("seed 7");

            HttpRequest journal = HttpRequest.newBuilder(at(environment.direct("party", "http"), "/__admin/requests"))
                    .build();
            assertThat(HTTP.send(journal, BodyHandlers.ofString()).body()).contains("\"url\" : \"/charges\"");
        }
    }

    private Environment start(RuntimeSettings settings, EventLog events) {
        Platform platform = new ProcessPlatform(new ToxiproxyBinary(settings.cache())::find, settings, events);
        return new EnvironmentStart(platform, new ToxiproxyNetwork(platform.proxies()), events)
                .start(EnvironmentReader.read(root.resolve("environment.yaml")).spec());
    }

    private static URI at(Address address, String path) {
        return URI.create("http://" + address + path);
    }
}
