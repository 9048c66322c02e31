package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.World;
import dev.cutover.bridge.routing.Buckets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenRoutingTest {
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
