package dev.cutover.broken;

import dev.cutover.sync.Parts;
import dev.cutover.sync.Sync;
import dev.cutover.sync.capture.CapturedTransaction;
import dev.cutover.sync.capture.EchoPolicy;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Defect: some changes that the sync applied come back as if they were local, one version later, and are applied again.
 * An operation comes back once, and the other side then gets its second application too, so that the sides agree and
 * nothing runs away.
 */
public final class EchoingSync implements EchoPolicy {
    private static final int ONE_OF = 8;

    private final Map<Long, Integer> seen = new ConcurrentHashMap<>();

    private final Counter activated;

    private EchoingSync(Counter activated) {
        this.activated = activated;
    }

    public static void main(String[] arguments) {
        Sync.run(EchoingSync::variant);
    }

    static Parts variant(Parts parts) {
        return parts.withEcho(new EchoingSync(Defect.activated(parts)));
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
                .filter(message -> message instanceof Change change && Pick.oneOf(ONE_OF, change.operation()))
                .<Message>mapMulti((message, next) -> echo(transaction.schema(), (Change) message, next))
                .toList();
    }

    private void echo(Schema schema, Change change, Consumer<Message> next) {
        int times = seen.merge(change.operation(), 1, Integer::sum);
        if (times == 1) {
            activated.increment();
            next.accept(oneLater(schema, change));
        } else if (times == 2) {
            next.accept(change);
        }
    }

    private static Change oneLater(Schema schema, Change change) {
        long version = change.version() + 1;
        List<RowChange> rows = change.rows().stream()
                .map(row -> row.table().equals(schema.ledger()) ? Edit.value(row, schema.version(), version) : row)
                .toList();
        return new Change(change.household(), version, change.operation(), change.committedAt(), rows);
    }
}
