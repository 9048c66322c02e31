package dev.cutover.bridge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.bridge.adapter.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class FaultsTest {
    private World world;

    @BeforeEach
    void start(@TempDir Path state) throws Exception {
        world = new World(state);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aRefusedConnectionIsToldApartFromAMissingAnswer() throws Exception {
        world.old.close();

        var answer = world.post("read-customer", "{\"hhNo\":1,\"custNo\":3}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(Json.read(answer.body()).path("rc").asInt()).isEqualTo(52);
        assertThat(answer.headers().firstValue("X-Served-By")).contains("bridge");
    }

    @Test
    void aFrozenSystemIsAnsweredForAndNotAskedAgain() throws Exception {
        world.old.freeze();

        var answer = world.post("pay-order", "{\"opId\":\"5\",\"hhNo\":1,\"ordNo\":1}");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(Json.read(answer.body()).path("rc").asInt()).isEqualTo(53);
        assertThat(world.old.asked).hasSize(1);
        world.old.unfreeze();
        assertThat(world.readCustomer(1).path("rc").asInt()).isZero();
    }

    @Test
    void clientsThatLeaveDoNotDisturbTheCountOfRequestsInFlight() throws Exception {
        world.old.freeze();
        var gone = world.postAsync("pay-order", "{\"opId\":\"5\",\"hhNo\":1,\"ordNo\":1}");
        await().until(() -> world.old.asked.size() == 1);
        gone.cancel(true);
        world.old.unfreeze();

        await().atMost(5, SECONDS)
                .until(() -> World.text(world.admin("GET", "/metrics", "", "")).contains("bridge_in_flight 0.0"));
        assertThat(world.route("{\"mode\":\"new\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        var answer = world.post("place-order", "{\"hhNo\":1,\"note\":\"" + "x".repeat(9 << 20) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Json.read(answer.body()).path("rc").asInt()).isEqualTo(30);
        assertThat(world.old.asked).isEmpty();
    }

    @Test
    void aLargeBodyPasses() throws Exception {
        String body = "{\"note\":\"" + "x".repeat(7 << 20) + "\",\"hhNo\":1}";

        assertThat(world.ask("place-order", body).path("rc").asInt()).isZero();
        assertThat(world.old.asked.getFirst().body()).hasSameSizeAs(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            read-customer | {'custNo':3}  | 200
            read-customer | nonsense      | 200
            nonsense      | {'hhNo':1}    | 404
            """)
    void whatNoSystemCouldServeIsMalformed(String operation, String body, int status) throws Exception {
        var answer = world.post(operation, body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.read(answer.body()).path("rc").asInt()).isEqualTo(30);
        assertThat(world.old.asked).isEmpty();
    }

    @Test
    void theAdminPortReadsNoLargeBody() throws Exception {
        var answer = world.route("{\"mode\":\"dual\",\"note\":\"" + "x".repeat(5_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(World.text(answer)).contains("expected a body of at most 4096 bytes");
        assertThat(world.get("/routing").path("mode").asText()).isEqualTo("old");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', emptyValue = "", textBlock = """
            PUT  | /routing | {'mode':'dual'}                  | Bearer wrong  | 401
            PUT  | /routing | {'mode':'dual'}                  | secret        | 401
            PUT  | /routing | {'mode':'both'}                  | Bearer secret | 400
            PUT  | /routing | {'mode':'split'}                 | Bearer secret | 400
            PUT  | /routing | {'mode':'split','newShare':1.5}  | Bearer secret | 400
            PUT  | /routing | {'mode':'split','newShare':'1'}  | Bearer secret | 400
            PUT  | /routing | {'newShare':0.5}                 | Bearer secret | 400
            PUT  | /routing | {'mode':1}                       | Bearer secret | 400
            PUT  | /routing | null                             | Bearer secret | 400
            PUT  | /routing | nonsense                         | Bearer secret | 400
            POST | /routing | {'mode':'dual'}                  | Bearer secret | 404
            """)
    void theAdminPortRefusesWhatItShould(String method, String path, String body, String token, int status)
            throws Exception {
        var answer = world.admin(method, path, body.replace('\'', '"'), token);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.read(answer.body()).path("error").asText()).contains("expected");
        assertThat(world.get("/routing").path("mode").asText()).isEqualTo("old");
    }
}
