package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class BrokenSafeguardsTest extends OnABridge {

    @Test
    void itForgetsOperationIds() throws Exception {
        world.restart(ForgetsOperationIds::variant);
        Defects.route(world, "{\"mode\":\"new\"}");

        world.post("pay-order", PAY);
        world.post("pay-order", PAY);

        assertThat(world.replacement.asked)
                .hasSize(2)
                .extracting(asked -> asked.header("Idempotency-Key"))
                .doesNotHaveDuplicates();
        assertThat(Defects.activated(world)).isEqualTo(2);
    }

    @Test
    void itChargesInShadow() throws Exception {
        world.restart(ChargesInShadow::variant);
        Defects.route(world, "{\"mode\":\"dual\"}");

        world.post("pay-order", PAY);

        await().until(() -> !world.replacement.asked.isEmpty());
        assertThat(world.replacement.asked.getFirst().header("X-Shadow")).isEqualTo("true");
        assertThat(world.replacement.asked.getFirst().header("X-Effects")).isEmpty();
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itMovesWithoutDraining() throws Exception {
        world.restart(MovesWithoutDraining::variant);
        Defects.route(world, "{\"mode\":\"new\"}");

        assertThat(world.old.fences).isEmpty();
        world.post("pay-order", PAY);
        assertThat(world.replacement.asked).hasSize(1);
        assertThat(Defects.activated(world)).isEqualTo(64);
    }
}
