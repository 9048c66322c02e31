package dev.cutover.broken;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.routing.Buckets;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BrokenRoutingTest extends OnABridge {
    @Test
    void itDeclaresWithoutMoving() throws Exception {
        JsonNode answer = routeEverythingToNew(DeclaresWithoutMoving::variant);

        assertThat(answer.path("moves")).hasSize(Buckets.COUNT);
        assertThat(world.get("/routing").path("onNew").asInt()).isEqualTo(Buckets.COUNT);
        write(householdOf(0));
        world.readCustomer(householdOf(63));
        assertThat(world.old.asked).hasSize(2);
        assertThat(world.replacement.asked).isEmpty();
        assertThat(Defects.activated(world)).isEqualTo(2);
    }

    @Test
    void whatStaysOnOldPassesItsFence() throws Exception {
        routeEverythingToNew(DeclaresWithoutMoving::variant);

        write(householdOf(7));

        assertThat(world.old.asked.getFirst().header("X-Epoch"))
                .isEqualTo(String.valueOf(world.old.fences.get(7)))
                .isEqualTo("1");
    }

    @Test
    void itLeavesABucketBehind() throws Exception {
        routeEverythingToNew(LeavesABucketBehind::variant);

        write(householdOf(62));
        assertThat(world.old.asked).isEmpty();
        write(householdOf(63));
        assertThat(world.old.asked).hasSize(1);
        assertThat(world.replacement.asked).hasSize(1);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itsReadsStayOnOld() throws Exception {
        routeEverythingToNew(ReadsStayOnOld::variant);

        write(1);
        assertThat(world.old.asked).isEmpty();
        world.readCustomer(1);
        assertThat(world.old.asked).hasSize(1);
        assertThat(world.replacement.asked).hasSize(1);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void aCoinDecidesWhoReadsInASplit() throws Exception {
        world.restart(ReadsByCoin::variant);
        Defects.route(world, "{\"mode\":\"split\",\"newShare\":0.5}");

        for (int i = 0; i < 20; i++) {
            world.readCustomer(householdOf(0));
        }
        write(householdOf(0));

        assertThat(world.old.asked).isNotEmpty().allMatch(asked -> asked.path().contains("read"));
        assertThat(world.replacement.asked).hasSizeGreaterThan(1);
        assertThat(Defects.activated(world)).isEqualTo(world.old.asked.size());
    }

    @Test
    void itsReadsStayOnNew() throws Exception {
        routeEverythingToNew(ReadsStayOnNew::variant);
        write(1);
        Defects.route(world, "{\"mode\":\"old\"}");
        world.replacement.asked.clear();

        world.readCustomer(1);
        write(1);
        assertThat(world.replacement.asked).hasSize(1);
        assertThat(world.old.asked).hasSize(1);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itMovesByRequest() throws Exception {
        world.restart(MovesByRequest::variant);
        Defects.route(world, "{\"mode\":\"split\",\"newShare\":0.5}");

        for (int i = 0; i < 40; i++) {
            write(householdOf(0));
        }
        world.readCustomer(householdOf(0));

        assertThat(world.old.asked).hasSizeGreaterThan(5);
        assertThat(world.replacement.asked).hasSizeGreaterThan(5);
        assertThat(world.old.asked.getLast().path()).contains("read");
        assertThat(Defects.activated(world)).isEqualTo(world.old.asked.size());
    }

    @Test
    void itKeepsRoutingInMemory() throws Exception {
        routeEverythingToNew(KeepsRoutingInMemory::variant);
        write(1);
        assertThat(world.replacement.asked).hasSize(1);
        assertThat(Defects.activated(world)).isPositive();

        world.restart(KeepsRoutingInMemory::variant);

        write(1);
        assertThat(world.old.asked).hasSize(1);
        assertThat(world.get("/routing").path("onNew").asInt()).isZero();
    }

    @Test
    void itDeclaresAtOnce() throws Exception {
        JsonNode answer = routeEverythingToNew(DeclaresAtOnce::variant);

        assertThat(answer.path("mode").asText()).isEqualTo("new");
        assertThat(answer.path("onNew").asInt()).isEqualTo(Buckets.COUNT);
        write(1);
        assertThat(world.old.asked).hasSize(1);
        await().atMost(20, SECONDS)
                .until(() -> world.get("/routing").path("mode").asText().equals("new"));
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    private JsonNode routeEverythingToNew(UnaryOperator<Parts> variant) throws Exception {
        world.restart(variant);
        return Defects.route(world, "{\"mode\":\"new\"}");
    }

    private void write(long household) throws Exception {
        world.post("pay-order", "{\"opId\":\"5\",\"hhNo\":" + household + ",\"ordNo\":1}");
    }

    private static long householdOf(int bucket) {
        return LongStream.iterate(1, household -> household + 1)
                .filter(household -> Buckets.of(household) == bucket)
                .findFirst()
                .orElseThrow();
    }
}
