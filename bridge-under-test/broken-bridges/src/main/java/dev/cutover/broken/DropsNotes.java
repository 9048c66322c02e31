package dev.cutover.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.Operation;
import java.util.Set;

/** A bridge that places orders on new without their note. */
public final class DropsNotes {
    private DropsNotes() {}

    public static void main(String[] args) {
        Bridge.run(DropsNotes::variant);
    }

    static Parts variant(Parts parts) {
        return AsksNewForElse.variant(
                parts, Set.of(Operation.PLACE_ORDER), body -> body.hasNonNull("note") && dropped(body));
    }

    private static boolean dropped(ObjectNode body) {
        body.remove("note");
        return true;
    }
}
