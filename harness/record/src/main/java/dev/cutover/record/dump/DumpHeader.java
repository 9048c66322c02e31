package dev.cutover.record.dump;

import java.util.Map;
import java.util.Objects;

/** {@code <system>-<moment>.json}: written last, so a dump without it was not finished. */
record DumpHeader(
        String system,
        String moment,
        long invokedNs,
        long returnedNs,
        boolean complete,
        String reason,
        Map<String, Table> tables) {
    DumpHeader {
        reason = Objects.requireNonNullElse(reason, "");
        tables = Map.copyOf(Objects.requireNonNullElse(tables, Map.of()));
    }

    /** How many rows a table's file has, and the SHA-256 of its bytes in hexadecimal. */
    record Table(long rows, String sha256) {}
}
