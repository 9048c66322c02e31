package dev.cutover.record.dump;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code <system>-<moment>.json}: written last, so a dump without it was not finished. */
record DumpHeader(
        String system,
        String moment,
        long invokedNs,
        long returnedNs,
        boolean complete,
        String reason,
        SortedMap<String, Table> tables) {
    DumpHeader {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(moment, "moment");
        reason = Objects.requireNonNullElse(reason, "");
        tables = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(tables, Collections.emptySortedMap())));
    }

    /** How many rows a table's file has below its labels, and the SHA-256 of its bytes in hexadecimal. */
    record Table(long rows, String sha256) {}
}
