package dev.cutover.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.Operation;
import java.util.Set;

/** A bridge that has new transfer credit from the customer who should get it to the one who should give it. */
public final class ReversesTransfers {
    private ReversesTransfers() {}

    public static void main(String[] args) {
        Bridge.run(ReversesTransfers::variant);
    }

    static Parts variant(Parts parts) {
        return AsksNewForElse.variant(parts, Set.of(Operation.TRANSFER_CREDIT), ReversesTransfers::reversed);
    }

    private static boolean reversed(ObjectNode body) {
        JsonNode from = body.path("fromCust");
        body.set("fromCust", body.path("toCust"));
        body.set("toCust", from);
        return true;
    }
}
