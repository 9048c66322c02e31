package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.Parts;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BrokenRequestsTest extends OnABridge {
    @Test
    void itDropsNotes() throws Exception {
        JsonNode order = askedOfNew(DropsNotes::variant, "place-order", placing("for you"));

        assertThat(order.path("note").isNull()).isTrue();
        assertThat(order.path("sku").asText()).isEqualTo("S");
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itCutsNotes() throws Exception {
        JsonNode order = askedOfNew(CutsNotes::variant, "place-order", placing("x".repeat(70_000)));

        assertThat(order.path("note").asText()).hasSize(65_536);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void itDoesNotCutShortNotes() throws Exception {
        JsonNode order = askedOfNew(CutsNotes::variant, "place-order", placing("for you"));

        assertThat(order.path("note").asText()).isEqualTo("for you");
        assertThat(Defects.activated(world)).isZero();
    }

    @Test
    void itReversesTransfers() throws Exception {
        JsonNode transfer = askedOfNew(
                ReversesTransfers::variant,
                "transfer-credit",
                "{\"opId\":\"5\",\"hhNo\":1,\"fromCust\":1,\"toCust\":2,\"amtC\":100}");

        assertThat(transfer.path("from").asInt()).isEqualTo(2);
        assertThat(transfer.path("to").asInt()).isEqualTo(1);
        assertThat(Defects.activated(world)).isEqualTo(1);
    }

    @Test
    void oldIsAskedForWhatTheClientAskedFor() throws Exception {
        world.restart(DropsNotes::variant);

        world.post("place-order", placing("for you"));

        assertThat(world.old.asked.getFirst().json().path("note").asText()).isEqualTo("for you");
        assertThat(Defects.activated(world)).isZero();
    }

    private JsonNode askedOfNew(UnaryOperator<Parts> variant, String operation, String body) throws Exception {
        world.restart(variant);
        Defects.route(world, "{\"mode\":\"new\"}");
        world.post(operation, body);
        return world.replacement.asked.getFirst().json();
    }

    private static String placing(String note) {
        return "{\"opId\":\"6\",\"hhNo\":1,\"custNo\":3,\"sku\":\"S\",\"qty\":1,\"unitC\":100,\"note\":\"" + note
                + "\"}";
    }
}
