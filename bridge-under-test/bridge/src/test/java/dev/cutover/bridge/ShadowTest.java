package dev.cutover.bridge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.adapter.Json;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ShadowTest {
    private static final String PAY = "{\"opId\":\"5\",\"hhNo\":1,\"ordNo\":1}";
    private static final String PLACE =
            "{\"opId\":\"6\",\"hhNo\":1,\"custNo\":3,\"sku\":\"S\",\"qty\":1,\"unitC\":100,\"note\":null}";

    private World world;

    @BeforeEach
    void start(@TempDir Path state) throws Exception {
        world = new World(state);
        world.route("{\"mode\":\"dual\"}");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void theShadowIsMarkedUnfencedAndCarriesTheSameOperation() throws Exception {
        world.post("pay-order", PAY);

        await().until(() -> !world.replacement.asked.isEmpty());
        FakeSystem.Asked shadow = world.replacement.asked.getFirst();
        assertThat(shadow.header("X-Shadow")).isEqualTo("true");
        assertThat(shadow.header("X-Effects")).isEqualTo("suppress");
        assertThat(shadow.header("Operation-Id")).isEqualTo("5");
        assertThat(shadow.header("X-Epoch")).isEmpty();
    }

    @Test
    void generatedNumbersAndWordingsAreNotCompared() throws Exception {
        old("{'rc':0,'msg':'done','ver':4,'ordNo':100000001,'amtC':100,'ordDt':'20260701','st':'O'}");
        replacement(
                201,
                "{'orderNumber':500000001,'total':1.00,'placedAt':'2026-07-01T10:11:12Z','status':'OPEN','householdVersion':4}");

        world.post("place-order", PLACE);

        assertThat(settled(1).path("equal").asInt()).isEqualTo(1);
    }

    @Test
    void aDifferenceIsReportedWithItsPath() throws Exception {
        old("{'rc':0,'msg':'OK','ver':4,'ordNo':1,'amtC':101,'st':'P'}");
        replacement(200, "{'orderNumber':1,'total':1.00,'status':'PAID','householdVersion':4}");

        world.post("pay-order", PAY);

        JsonNode report = settled(1);
        assertThat(report.path("different").asInt()).isEqualTo(1);
        assertThat(report.path("samples").path(0).path("path").asText()).isEqualTo("/amtC");
        assertThat(report.path("samples").path(0).path("operation").asText()).isEqualTo("pay-order");
    }

    @Test
    void refusalsAreComparedToo() throws Exception {
        old("{'rc':22,'msg':'not open','ver':4}");
        replacement(409, "{'type':'urn:shop:problem:order-state','title':'T','status':409,'householdVersion':4}");
        world.post("pay-order", PAY);
        assertThat(settled(1).path("equal").asInt()).isEqualTo(1);

        // Old refuses at version 4 what new would do to version 4: different, although the versions after it are, too.
        replacement(200, "{'orderNumber':1,'total':1.00,'status':'PAID','householdVersion':5}");
        world.post("pay-order", PAY);
        assertThat(settled(2).path("different").asInt()).isEqualTo(1);
        assertThat(settled(2).path("operations"))
                .hasToString(json("{'pay-order':{'eligible':2,'compared':2}}").toString());
    }

    @Test
    void writesFromDifferentVersionsAreNotCompared() throws Exception {
        old("{'rc':0,'msg':'OK','ver':4,'ordNo':1,'amtC':100,'st':'P'}");
        replacement(200, "{'orderNumber':1,'total':1.00,'status':'PAID','householdVersion':3}");

        world.post("pay-order", PAY);

        assertThat(settled(1).path("dropped").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aReadThatNewIsBehindWithIsComparedALittleLater() throws Exception {
        old("{'rc':0,'msg':'OK','ver':4,'orders':[]}");
        Iterator<Integer> versions = List.of(3, 4).iterator();
        world.replacement.behave(
                asked -> new FakeSystem.Reply(200, json("{'orders':[],'householdVersion':" + versions.next() + "}")));

        world.ask("read-orders", "{\"hhNo\":1,\"custNo\":3}");

        assertThat(settled(1).path("equal").asInt()).isEqualTo(1);
        assertThat(world.replacement.asked).hasSize(2);
    }

    @Test
    void aFrozenShadowNeverDelaysTheClientAndTheAccountIsComplete() throws Exception {
        old("{'rc':0,'msg':'OK','ver':4,'orders':[]}");
        world.replacement.freeze();
        long start = System.nanoTime();
        int requests = 0;

        // As many as it takes on a slow machine, too: shadows time out meanwhile and make room for others.
        while (dropped("overflow") == 0 && requests < 20_000) {
            world.ask("read-orders", "{\"hhNo\":1,\"custNo\":3}");
            requests++;
        }

        // One shadow takes 1.5 s to time out: a single request that waited for it would show.
        assertThat(world.replacement.asked.size()).isLessThan(requests);
        assertThat((System.nanoTime() - start) / 1e9 / requests).isLessThan(0.1);
        JsonNode report = settled(requests);
        assertThat(report.path("dropped").path("timeout").asInt()).isPositive();
        assertThat(report.path("dropped").path("overflow").asInt()).isPositive();
    }

    private int dropped(String reason) throws Exception {
        return world.get("/comparisons").path("dropped").path(reason).asInt();
    }

    private JsonNode settled(int eligible) {
        return await().atMost(20, SECONDS).until(() -> world.get("/comparisons"), report -> {
            long dropped = 0;
            for (Map.Entry<String, JsonNode> reason : report.path("dropped").properties()) {
                dropped += reason.getValue().asLong();
            }
            return report.path("eligible").asLong() == eligible
                    && report.path("compared").asLong() + dropped == eligible;
        });
    }

    private void old(String body) {
        world.old.behave(asked -> new FakeSystem.Reply(200, json(body)));
    }

    private void replacement(int status, String body) {
        world.replacement.behave(asked -> new FakeSystem.Reply(status, json(body)));
    }

    private static ObjectNode json(String text) throws java.io.IOException {
        ObjectNode body =
                (ObjectNode) Json.read(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return body;
    }
}
