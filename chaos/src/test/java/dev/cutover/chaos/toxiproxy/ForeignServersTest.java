package dev.cutover.chaos.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.ComponentControl.Ran;
import dev.cutover.environment.Environment;
import dev.cutover.environment.process.ProcessPlatform;
import dev.cutover.environment.running.EnvironmentStart;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.environment.spec.Link;
import dev.cutover.environment.spec.Protocol;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.run.RunDirectory;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers in Python behind nginx, described by YAML alone, every link through its proxy. */
@Tag("slow")
class ForeignServersTest {
    private static final Path DESCRIPTION = Path.of("src/test/resources/foreign/environment.yaml");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @BeforeAll
    static void needsBoth() {
        assumeTrue(isThere("python3") && isThere("nginx"), "apt-get install python3 nginx-light");
    }

    @Test
    void areRoutedByAFileThatIsWrittenAgain() throws Exception {
        try (EventLog events = FileEventLog.open(directory.resolve("events.jsonl"))) {
            var settings = RuntimeSettings.of(directory, new RunDirectory(directory), 42, Map.of());
            var platform = new ProcessPlatform(() -> Toxiproxies.BINARY, settings, events);
            var network = new ToxiproxyNetwork(platform.proxies());
            try (Environment environment = new EnvironmentStart(platform, network, events)
                    .start(EnvironmentReader.read(DESCRIPTION).spec())) {
                assertThat(environment.links())
                        .extracting(Link::protocol)
                        .containsExactly(Protocol.HTTP, Protocol.TCP, Protocol.HTTP);
                assertThat(get(environment)).isEqualTo("old");

                switchTo("new", environment.component("edge"));
                await().atMost(LIMIT).until(() -> get(environment).equals("new"));

                network.proxy("edge->new").disable();
                assertThat(get(environment)).contains("502 Bad Gateway");
            }
        }
        assertThat(directory.resolve("logs/edge-runs.log")).content().contains("-s reload", "(exit code 0)");
    }

    private static void switchTo(String mode, ComponentControl edge) throws InterruptedException {
        edge.write("nginx.conf", Map.of("mode", mode));
        Ran ran = edge.run(List.of("nginx", "-c", "${work}/nginx.conf", "-s", "reload"), Map.of(), LIMIT);
        assertThat(ran.well()).as(ran.output()).isTrue();
    }

    private static String get(Environment environment) throws IOException, InterruptedException {
        URI page = URI.create("http://" + environment.proxy("client->edge") + "/");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
