package dev.cutover.record.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who answered, from the header of answers that the plan names. */
public enum ServedBy {
    NOBODY(0),
    OLD(1),
    NEW(2),
    BRIDGE(3);

    private static final List<ServedBy> BY_CODE = List.of(values());

    private final byte code;

    ServedBy(int code) {
        this.code = (byte) code;
    }

    /** Its number in the journal. */
    public byte code() {
        return code;
    }

    /** As the header says it; nobody, if it says nothing that means anything. */
    public static ServedBy named(@Nullable String header) {
        return switch (header == null ? "" : header) {
            case "old" -> OLD;
            case "new" -> NEW;
            case "bridge" -> BRIDGE;
            default -> NOBODY;
        };
    }

    /** The one with this number in the journal, 0 … 3. */
    public static ServedBy of(int code) {
        if (code < 0 || code >= BY_CODE.size()) {
            throw new IllegalArgumentException("nobody has the code " + code + "; the journal is damaged");
        }
        return BY_CODE.get(code);
    }
}
