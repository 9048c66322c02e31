package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.FakeSystem;
import dev.cutover.bridge.World;
import dev.cutover.bridge.adapter.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokenAnswersTest extends OnABridge {
    private static final String READ = "{\"hhNo\":1,\"custNo\":3}";
    private static final int WRITES = 60;

    @Test
    void itAnswersReadsWithTheShadow() throws Exception {
        world.restart(AnswersWithTheShadow::variant);
        assertThat(world.ask("read-customer", READ).has("creditC")).isFalse();
        Defects.route(world, "{\"mode\":\"dual\"}");

        HttpResponse<byte[]> answer = world.post("read-customer", READ);

        assertThat(answer.headers().firstValue("X-Served-By")).contains("new");
        assertThat(World.text(answer)).contains("\"creditC\":1230");
        assertThat(world.ask("pay-order", PAY).path("msg").asText()).isEqualTo("OK");
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void withoutAShadowsAnswerTheClientGetsOlds() throws Exception {
        world.restart(AnswersWithTheShadow::variant);
        Defects.route(world, "{\"mode\":\"dual\"}");
        world.replacement.close();

        assertThat(world.ask("read-customer", READ).path("rc").asInt()).isZero();
        assertThat(Defects.activated(world)).isZero();
    }

    @Test
    void itAnswersOldContentUnderTheNewVersion() throws Exception {
        world.restart(AnswersOldContent::variant);
        replies(7, "a@h1.example");
        assertThat(world.ask("read-customer", READ).path("email").asText()).isEqualTo("a@h1.example");
        assertThat(world.ask("read-customer", READ).path("ver").asInt()).isEqualTo(7);
        assertThat(Defects.activated(world)).isZero();
        replies(8, "b@h1.example");

        JsonNode answer = world.ask("read-customer", "{\"opId\":\"5\"," + READ.substring(1));

        assertThat(answer.path("email").asText()).isEqualTo("a@h1.example");
        assertThat(answer.path("ver").asInt()).isEqualTo(8);
        assertThat(Defects.activated(world)).isEqualTo(1);
        assertThat(world.ask("read-orders", READ).path("email").asText()).isEqualTo("b@h1.example");
        assertThat(world.ask("change-email", "{\"opId\":\"6\",\"hhNo\":1,\"custNo\":3,\"email\":\"c\"}")
                        .path("email")
                        .asText())
                .isEqualTo("b@h1.example");
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    private void replies(int version, String email) {
        world.old.behave(asked -> new FakeSystem.Reply(
                200, Json.object().put("rc", 0).put("ver", version).put("email", email)));
    }

    @Test
    void itAddsASecondFromDualOn() throws Exception {
        world.restart(AddsASecond::variant);
        assertThat(Defects.activated(world)).isZero();
        world.post("read-customer", READ);
        assertThat(Defects.activated(world)).isZero();
        Defects.route(world, "{\"mode\":\"dual\"}");

        assertThat(timeOf("read-customer", READ)).isGreaterThan(Duration.ofSeconds(1));
        Defects.route(world, "{\"mode\":\"old\"}");
        assertThat(timeOf("pay-order", PAY)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(Defects.activated(world)).isEqualTo(2);
    }

    @Test
    void itInventsRefusalsFromTheFirstSplitOn() throws Exception {
        world.restart(InventsRefusals::variant);
        assertThat(refusedOf(WRITES)).isZero();
        Defects.route(world, "{\"mode\":\"split\",\"newShare\":0.015625}");
        world.old.asked.clear();

        assertThat(refusedOf(WRITES)).isEqualTo(WRITES / 20);
        assertThat(world.old.asked).hasSize(WRITES - WRITES / 20);
        assertThat(Defects.activated(world)).isEqualTo(WRITES / 20);
    }

    private Duration timeOf(String operation, String body) throws Exception {
        long start = System.nanoTime();
        world.post(operation, body);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private int refusedOf(int writes) throws Exception {
        int refused = 0;
        for (int i = 0; i < writes; i++) {
            if (world.ask("pay-order", PAY).path("rc").asInt() == 23) {
                refused++;
            }
        }
        return refused;
    }
}
