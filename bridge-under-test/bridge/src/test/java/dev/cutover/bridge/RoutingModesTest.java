package dev.cutover.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.routing.Buckets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RoutingModesTest {
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
    void oldGetsTheBytesUnchangedAndItsAnswerIsPassedOn() throws Exception {
        world.old.behave(asked -> new FakeSystem.Reply(
                200,
                Json.object().put("rc", 0).put("more", "kept"),
                java.util.Map.of("X-Served-By", "old", "X-Replayed", "true", "Keep-Alive", "timeout=5")));
        String body = "{ \"opId\" : \"5\", \"hhNo\":1,\"ordNo\" : 1 }";

        var answer = world.post("pay-order", body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(World.text(answer)).isEqualTo("{\"rc\":0,\"more\":\"kept\"}");
        assertThat(answer.headers().firstValue("X-Served-By")).contains("old");
        assertThat(answer.headers().firstValue("X-Replayed")).contains("true");
        assertThat(answer.headers().firstValue("Keep-Alive")).isEmpty();
        FakeSystem.Asked asked = world.old.asked.getFirst();
        assertThat(asked.body()).isEqualTo(body);
        assertThat(asked.path()).isEqualTo("/shop/pay-order");
        assertThat(asked.header("X-Bucket")).isEqualTo(Integer.toString(Buckets.of(1)));
        assertThat(asked.header("X-Epoch")).isEqualTo("0");
    }

    @Test
    void newIsAskedInItsOwnContractAndAnswersInTheOldOne() throws Exception {
        assertThat(world.route("{\"mode\":\"new\"}").statusCode()).isEqualTo(200);

        assertThat(world.readCustomer(1).path("creditC").asLong()).isEqualTo(1230);
        assertThat(world.replacement.asked.getFirst().path()).isEqualTo("/households/1/customers/3");
        assertThat(world.old.asked).isEmpty();
    }

    @Test
    void writesToNewCarryTheOperationIdTwiceAndTheFencingHeaders() throws Exception {
        world.route("{\"mode\":\"new\"}");

        world.post("pay-order", "{\"opId\":\"77\",\"hhNo\":1,\"ordNo\":1}");

        FakeSystem.Asked asked = world.replacement.asked.getFirst();
        assertThat(asked.header("Idempotency-Key")).isEqualTo("77");
        assertThat(asked.header("Operation-Id")).isEqualTo("77");
        assertThat(asked.header("X-Bucket")).isEqualTo(Integer.toString(Buckets.of(1)));
        assertThat(asked.header("X-Epoch")).isEqualTo("1");
    }

    @Test
    void aSplitServesEachHouseholdFromTheOwnerOfItsBucket() throws Exception {
        assertThat(world.route("{\"mode\":\"split\",\"newShare\":0.5}").statusCode())
                .isEqualTo(200);

        for (int household = 1; household <= 100; household++) {
            world.readCustomer(household);
        }

        assertThat(world.replacement.asked)
                .isNotEmpty()
                .allSatisfy(
                        asked -> assertThat(Buckets.of(household(asked.path()))).isLessThan(32));
        assertThat(world.old.asked)
                .isNotEmpty()
                .allSatisfy(
                        asked -> assertThat(Buckets.of(asked.json().path("hhNo").asLong()))
                                .isGreaterThanOrEqualTo(32));
        assertThat(world.old.asked.size() + world.replacement.asked.size()).isEqualTo(100);
    }

    @Test
    void aRestartedBridgeKeepsTheRouting() throws Exception {
        world.route("{\"mode\":\"split\",\"newShare\":0.25}");
        var before = world.get("/routing");

        world.restart(parts -> parts);

        assertThat(world.get("/routing")).isEqualTo(before);
        assertThat(before.path("onNew").asInt()).isEqualTo(16);
    }

    private static long household(String path) {
        return Long.parseLong(path.split("/", -1)[2]);
    }
}
