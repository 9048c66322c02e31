package dev.cutover.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;
import dev.cutover.bridge.adapter.Operation;
import java.util.Set;

/** A bridge that cuts the notes of orders on new at 64 Ki characters. */
public final class CutsNotes {
    private static final int LIMIT = 64 << 10;

    private CutsNotes() {}

    public static void main(String[] args) {
        Bridge.run(CutsNotes::variant);
    }

    static Parts variant(Parts parts) {
        return AsksNewForElse.variant(parts, Set.of(Operation.PLACE_ORDER, Operation.RECREATE_ORDER), CutsNotes::cut);
    }

    private static boolean cut(ObjectNode body) {
        String note = body.path("note").asText();
        if (note.length() <= LIMIT) {
            return false;
        }
        body.put("note", note.substring(0, LIMIT));
        return true;
    }
}
