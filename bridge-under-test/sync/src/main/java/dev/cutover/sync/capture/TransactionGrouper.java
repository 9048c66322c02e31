package dev.cutover.sync.capture;

import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.RowChange;
import io.debezium.data.Envelope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Collects captured events until their transaction ends; a transaction may straddle any number of batches. */
final class TransactionGrouper {
    private final Schema schema;
    private final List<RowChange> rows = new ArrayList<>();
    private final List<String> markers = new ArrayList<>();
    private String origin = "";
    private long committedAt;

    TransactionGrouper(Schema schema) {
        this.schema = schema;
    }

    /** Whether no transaction is under way. */
    boolean idle() {
        return rows.isEmpty() && markers.isEmpty();
    }

    /** Takes one event; answers the transaction when this was its end. */
    Optional<CapturedTransaction> add(SourceRecord event) {
        if (!(event.value() instanceof Struct value)) {
            return Optional.empty();
        }
        if (value.schema().field("status") != null) {
            return boundary(value);
        }
        if (value.schema().field(Envelope.FieldName.SOURCE) != null) {
            row(value);
        }
        return Optional.empty();
    }

    private Optional<CapturedTransaction> boundary(Struct value) {
        CapturedTransaction done = new CapturedTransaction(schema, origin, committedAt, rows, markers);
        rows.clear();
        markers.clear();
        origin = "";
        return value.getString("status").equals("END") ? Optional.of(done) : Optional.empty();
    }

    private void row(Struct value) {
        Struct source = value.getStruct(Envelope.FieldName.SOURCE);
        committedAt = source.getInt64("ts_ms");
        String from = source.schema().field("origin") == null ? null : source.getString("origin");
        origin = from == null ? "" : from;
        if (value.schema().field("message") != null) {
            markers.add(text(value.getStruct("message")));
            return;
        }
        TablePair pair = TablePair.of(schema, source.getString("table"));
        Row before = travelling(pair, value.getStruct(Envelope.FieldName.BEFORE));
        Row after = travelling(pair, value.getStruct(Envelope.FieldName.AFTER));
        if (!Objects.equals(before, after)) {
            rows.add(new RowChange(source.getString("table"), before, after));
        }
    }

    /** Only the columns that the other schema knows: old's memo stays where it is. */
    private @Nullable Row travelling(TablePair pair, @Nullable Struct struct) {
        if (struct == null) {
            return null;
        }
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (TablePair.Column column : pair.columns()) {
            Object value = struct.get(column.name(schema));
            columns.put(column.name(schema), value instanceof Number number ? (Object) number.longValue() : value);
        }
        return new Row(columns);
    }

    private static String text(Struct message) {
        return switch (message.get("content")) {
            case ByteBuffer buffer ->
                StandardCharsets.UTF_8.decode(buffer.duplicate()).toString();
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> throw new IllegalStateException("a marker's content must be bytes");
        };
    }
}
