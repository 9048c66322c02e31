package dev.cutover.broken;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.bridge.FakeSystem;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.World;
import dev.cutover.bridge.adapter.Json;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BrokenShadowTest extends OnABridge {

    @Test
    void itWaitsForTheShadow() throws Exception {
        dual(WaitsForTheShadow::variant);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        world.replacement.behave(request -> {
            asked.countDown();
            answer.await();
            return paid("1.00");
        });

        var waiting = world.postAsync("pay-order", PAY);
        assertThat(asked.await(5, SECONDS)).isTrue();
        await().until(() -> Defects.activated(world) == 1);
        assertThat(world.old.asked).hasSize(1);
        assertThat(waiting).isNotDone();
        answer.countDown();

        assertThat(waiting.get(5, SECONDS).headers().firstValue("X-Served-By")).isEmpty();
        assertThat(World.text(waiting.get())).contains("\"ver\":7");
    }

    @Test
    void whoWaitsForAShadowThatFailsGetsOldsAnswer() throws Exception {
        dual(WaitsForTheShadow::variant);
        world.replacement.close();

        assertThat(world.ask("pay-order", PAY).path("rc").asInt()).isZero();
    }

    @Test
    void itsShadowErrorsSurface() throws Exception {
        dual(ShadowErrorsSurface::variant);
        assertThat(world.post("pay-order", PAY).statusCode()).isEqualTo(200);
        assertThat(Defects.activated(world)).isZero();
        world.replacement.close();

        HttpResponse<byte[]> answer = world.post("pay-order", PAY);

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(World.text(answer)).contains("\"rc\":53");
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itShadowsOneInAHundred() throws Exception {
        dual(ShadowsOneInAHundred::variant);

        for (int i = 0; i < 101; i++) {
            world.post("pay-order", PAY);
        }

        assertThat(eligible()).isEqualTo(2);
        assertThat(Defects.activated(world)).isEqualTo(99);
    }

    @Test
    void itSparesLargeBodies() throws Exception {
        dual(SparesLargeBodies::variant);

        world.post("place-order", placing(100));
        world.post("place-order", placing(70_000));

        assertThat(eligible()).isEqualTo(1);
        assertThat(world.old.asked).hasSize(2);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itFindsEverythingEqual() throws Exception {
        dual(AlwaysEqual::variant);
        world.old.behave(asked -> new FakeSystem.Reply(
                200,
                Json.object()
                        .put("rc", 0)
                        .put("ver", 4)
                        .put("ordNo", 1)
                        .put("amtC", 101)
                        .put("st", "P")));
        world.replacement.behave(asked -> paid("1.00"));

        world.post("pay-order", PAY);

        await().until(() -> world.get("/comparisons").path("equal").asInt() == 1);
        assertThat(world.get("/comparisons").path("different").asInt()).isZero();
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itWritesToBoth() throws Exception {
        dual(WritesToBoth::variant);

        world.post("pay-order", PAY);

        await().until(() -> !world.replacement.asked.isEmpty());
        assertThat(world.replacement.asked.getFirst().header("X-Shadow")).isEmpty();
        assertThat(world.replacement.asked.getFirst().header("X-Effects")).isEmpty();
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    private void dual(UnaryOperator<Parts> variant) throws Exception {
        world.restart(variant);
        Defects.route(world, "{\"mode\":\"dual\"}");
    }

    private int eligible() throws Exception {
        return world.get("/comparisons").path("eligible").asInt();
    }

    private static FakeSystem.Reply paid(String total) {
        return new FakeSystem.Reply(
                200,
                Json.object()
                        .put("orderNumber", 1)
                        .put("total", new BigDecimal(total))
                        .put("status", "PAID")
                        .put("householdVersion", 4));
    }

    private static String placing(int noteLength) {
        return "{\"opId\":\"6\",\"hhNo\":1,\"custNo\":3,\"sku\":\"S\",\"qty\":1,\"unitC\":100,\"note\":\""
                + "x".repeat(noteLength) + "\"}";
    }
}
