package dev.cutover.sync.capture;

import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.RowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one committed transaction did: rows in the order of the log, ids of markers; no origin when local. */
public record CapturedTransaction(
        Schema schema, String origin, long committedAt, List<RowChange> rows, List<String> markers) {

    public CapturedTransaction {
        rows = List.copyOf(rows);
        markers = List.copyOf(markers);
    }

    public boolean local() {
        return origin.isEmpty();
    }

    /** What has to travel: a change per household, then the markers. */
    public List<Message> messages() {
        Map<Long, List<RowChange>> byHousehold = new LinkedHashMap<>();
        for (RowChange row : rows) {
            long household = row.row().number(schema.householdColumn(row.table()));
            byHousehold.computeIfAbsent(household, key -> new ArrayList<>()).add(row);
        }
        List<Message> messages = new ArrayList<>();
        byHousehold.forEach((household, changed) -> addMessage(messages, household, changed));
        markers.forEach(id -> messages.add(new Message.Marker(id, committedAt)));
        return messages;
    }

    private void addMessage(List<Message> messages, long household, List<RowChange> changed) {
        List<RowChange> entries = changed.stream()
                .filter(row -> row.table().equals(schema.ledger()))
                .toList();
        if (entries.size() == 1 && !entries.getFirst().deletion()) {
            messages.add(change(household, entries.getFirst().row(), changed));
        } else if (!seed(changed, entries)) {
            messages.add(new Message.Unreadable(
                    household,
                    committedAt,
                    "a transaction must append exactly one row to " + schema.ledger() + ", found " + entries.size()
                            + " beside changes of "
                            + changed.stream().map(RowChange::table).distinct().toList()));
        }
    }

    private Message change(long household, Row entry, List<RowChange> changed) {
        return new Message.Change(
                household,
                entry.number(schema.version()),
                entry.number(schema.operation()),
                committedAt,
                changed.stream().map(RowChange::travelling).toList());
    }

    /** First data of a household: the bootstrap copies it. */
    private static boolean seed(List<RowChange> changed, List<RowChange> entries) {
        return entries.isEmpty() && changed.stream().allMatch(row -> row.before() == null);
    }
}
