package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.capture.CapturedTransaction;
import dev.cutover.sync.capture.EchoPolicy;
import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Defect: some changes that the sync applied come back as if they were local, one version later, and are applied again.
 * An operation comes back once, and the other side then gets its second application too, so that the sides agree and
 * nothing runs away.
 */
public final class EchoingSync implements EchoPolicy {
    private static final int ONE_OF = 8;

    private final Map<Long, Integer> seen = new ConcurrentHashMap<>();

    private EchoingSync() {}

    public static void main(String[] arguments) {
        Sync.run(parts());
    }

    static Parts parts() {
        return Parts.standard().withEcho(new EchoingSync());
    }

    @Override
    public String streamParameters() {
        return "";
    }

    @Override
    public List<Message> admit(CapturedTransaction transaction, List<Message> messages) {
        if (transaction.local()) {
            return messages;
        }
        return messages.stream()
                .filter(message -> message instanceof Change change && chosen(change.operation()))
                .<Message>mapMulti((message, next) -> echo(transaction.schema(), (Change) message, next))
                .toList();
    }

    private void echo(Schema schema, Change change, Consumer<Message> next) {
        int times = seen.merge(change.operation(), 1, Integer::sum);
        if (times == 1) {
            next.accept(oneLater(schema, change));
        } else if (times == 2) {
            next.accept(change);
        }
    }

    private static boolean chosen(long operation) {
        return Math.floorMod(Long.hashCode(operation * 0x9E3779B97F4A7C15L), ONE_OF) == 0;
    }

    private static Change oneLater(Schema schema, Change change) {
        long version = change.version() + 1;
        List<RowChange> rows = change.rows().stream()
                .map(row -> row.table().equals(schema.ledger()) ? stamped(row, schema, version) : row)
                .toList();
        return new Change(change.household(), version, change.operation(), change.committedAt(), rows);
    }

    private static RowChange stamped(RowChange entry, Schema schema, long version) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(entry.row().columns());
        columns.put(schema.version(), version);
        return new RowChange(entry.table(), null, Row.of(columns));
    }
}
