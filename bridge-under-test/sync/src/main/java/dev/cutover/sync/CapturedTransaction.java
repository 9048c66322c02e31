package dev.cutover.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one committed transaction did: rows in the order of the log, and ids of markers; {@code origin} is empty when local. */
public record CapturedTransaction(
        Side side, String origin, long committedAt, List<RowChange> rows, List<String> markers) {

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
            long household = row.row().number(side.householdColumn(row.table()));
            byHousehold.computeIfAbsent(household, key -> new ArrayList<>()).add(row);
        }
        List<Message> messages = new ArrayList<>();
        byHousehold.forEach((household, changed) -> addMessage(messages, household, changed));
        markers.forEach(id -> messages.add(new Message.Marker(id, committedAt)));
        return messages;
    }

    private void addMessage(List<Message> messages, long household, List<RowChange> changed) {
        List<RowChange> entries = changed.stream()
                .filter(row -> row.table().equals(side.ledger()))
                .toList();
        if (entries.size() == 1 && !entries.getFirst().deletion()) {
            messages.add(change(household, entries.getFirst().row(), changed));
        } else if (!seed(changed, entries)) {
            messages.add(new Message.Unreadable(
                    household,
                    committedAt,
                    "a transaction must append exactly one row to " + side.ledger() + ", found " + entries.size()
                            + " beside changes of "
                            + changed.stream().map(RowChange::table).distinct().toList()));
        }
    }

    private Message change(long household, Row entry, List<RowChange> changed) {
        return new Message.Change(
                household, entry.number(side.version()), entry.number(side.operation()), committedAt, changed);
    }

    /** First data of a household: the bootstrap copies it. */
    private static boolean seed(List<RowChange> changed, List<RowChange> entries) {
        return entries.isEmpty() && changed.stream().allMatch(row -> row.before() == null);
    }
}
