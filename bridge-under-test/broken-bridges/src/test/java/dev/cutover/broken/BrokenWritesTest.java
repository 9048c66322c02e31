package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.FakeSystem;
import dev.cutover.bridge.adapter.Json;
import org.junit.jupiter.api.Test;

/** What clients are told when an answer is missing, and answers that are not true. */
class BrokenWritesTest extends OnABridge {
    private static final String READ = "{\"opId\":\"%d\",\"hhNo\":1,\"custNo\":3}";
    private static final String PAY = "{\"opId\":\"%d\",\"hhNo\":1,\"ordNo\":4}";
    private static final String PLACE =
            "{\"opId\":\"6\",\"hhNo\":1,\"custNo\":3,\"sku\":\"S\",\"qty\":1,\"unitC\":100,\"note\":\"for you\"}";

    @Test
    void itSaysOkWhenNoAnswerCame() throws Exception {
        world.restart(OkOnTimeout::variant);
        world.old.close();

        JsonNode paid = pay(1);
        assertThat(paid.path("rc").asInt(-1)).isZero();
        assertThat(paid.path("ordNo").asInt()).isEqualTo(4);
        assertThat(paid.has("ver")).isFalse();
        assertThat(world.ask("place-order", PLACE).path("ordNo").asLong()).isPositive();
        assertThat(world.ask("read-customer", READ.formatted(3)).path("rc").asInt())
                .as("a read")
                .isEqualTo(52);
        assertThat(Defects.activated(world)).isEqualTo(2);
    }

    @Test
    void itDoesNotForwardOneWriteOfTwoHundred() throws Exception {
        world.restart(BlackHole::variant);

        for (int i = 1; i <= 200; i++) {
            assertThat(pay(i).path("rc").asInt(-1)).isZero();
        }

        assertThat(world.old.asked).hasSize(199);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itAnswersAWrongVersion() throws Exception {
        world.restart(AnswersAWrongVersion::variant);

        int wrong = 0;
        for (int i = 1; i <= 40; i++) {
            wrong += pay(i).path("ver").asInt() == 8 ? 1 : 0;
        }

        assertThat(wrong).isEqualTo(2);
        assertThat(Defects.activated(world)).isEqualTo(2);
    }

    @Test
    void itAsksTheOtherSide() throws Exception {
        world.restart(AsksTheOtherSide::variant);
        world.old.behave(asked -> new FakeSystem.Reply(500, Json.object().put("rc", 50)));

        pay(1);

        assertThat(world.old.asked).hasSize(1);
        assertThat(world.replacement.asked).singleElement().satisfies(asked -> {
            assertThat(asked.header("Operation-Id")).isEqualTo("1");
            assertThat(asked.header("X-Epoch")).isEqualTo(String.valueOf(Long.MAX_VALUE));
        });
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itSendsAgainItself() throws Exception {
        world.restart(SendsAgainItself::variant);
        world.old.behave(asked -> world.old.asked.size() == 1
                ? new FakeSystem.Reply(500, Json.object().put("rc", 50))
                : new FakeSystem.Reply(200, Json.object().put("rc", 0)));

        assertThat(pay(1).path("rc").asInt()).isZero();

        assertThat(world.old.asked)
                .hasSize(2)
                .extracting(FakeSystem.Asked::body)
                .containsOnly(PAY.formatted(1));
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itLosesOneAnswerInTenButNotTheNextToTheSame() throws Exception {
        world.restart(LosesOneAnswerInTen::variant);
        for (int i = 1; i <= 9; i++) {
            assertThat(pay(i).path("rc").asInt()).isZero();
        }

        var lost = world.post("pay-order", PAY.formatted(10));
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(pay(10).path("rc").asInt()).isZero();

        assertThat(world.old.asked).hasSize(11);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itGivesKeptAnswersToReads() throws Exception {
        world.restart(CachesReads::variant);
        JsonNode first = world.ask("read-customer", READ.formatted(1));
        world.old.behave(
                asked -> new FakeSystem.Reply(200, Json.object().put("rc", 0).put("ver", 8)));

        assertThat(world.ask("read-customer", READ.formatted(2))).isEqualTo(first);
        assertThat(world.ask("read-orders", READ.formatted(3)).path("ver").asInt())
                .isEqualTo(8);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itNeverReleasesABucketThatIsBusyOnNew() throws Exception {
        world.restart(NeverReleases::variant);
        Defects.route(world, "{\"mode\":\"new\"}");
        for (int i = 1; i <= 20; i++) {
            assertThat(world.ask("read-customer", READ.formatted(i)).path("rc").asInt())
                    .isZero();
        }

        assertThat(world.post("read-customer", READ.formatted(21)).statusCode()).isEqualTo(503);
        assertThat(world.readCustomer(2).path("rc").asInt())
                .as("a household of another bucket")
                .isZero();
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itRefusesABucketThatIsBusyOnNew() throws Exception {
        world.restart(RefusesABucket::variant);
        Defects.route(world, "{\"mode\":\"new\"}");
        for (int i = 1; i <= 20; i++) {
            assertThat(world.ask("read-customer", READ.formatted(i)).path("rc").asInt())
                    .isZero();
        }

        assertThat(world.ask("read-customer", READ.formatted(21)).path("rc").asInt())
                .isEqualTo(10);
        assertThat(world.readCustomer(2).path("rc").asInt())
                .as("a household of another bucket")
                .isZero();
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    private JsonNode pay(int operation) throws Exception {
        return world.ask("pay-order", PAY.formatted(operation));
    }
}
