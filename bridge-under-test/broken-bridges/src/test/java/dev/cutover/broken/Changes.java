package dev.cutover.broken;

import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message.Change;
import dev.cutover.sync.stream.RowChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes of households with customers 3 h − 2 … 3 h, as either system writes them; all values are given as old has them. */
record Changes(Schema source) {

    /** A change whose operation id is {@code version} of that household, unless another is given. */
    Change change(long household, long version, String kind, RowChange... rows) {
        return operation(1_000 * household + version, household, version, kind, rows);
    }

    Change operation(long operation, long household, long version, String kind, RowChange... rows) {
        Map<String, @Nullable Object> entry = columns(TablePair.LEDGER);
        entry.put("hh_no", household);
        entry.put("ver", version);
        entry.put("op_id", operation);
        entry.put("kind", kind);
        entry.put("dt", "20261122");
        RowChange ledger = written(TablePair.LEDGER, entry);
        return new Change(
                household,
                version,
                operation,
                0,
                Stream.concat(Stream.of(rows), Stream.of(ledger)).toList());
    }

    RowChange customer(long customer, String email, long cents) {
        Map<String, @Nullable Object> row = columns(TablePair.CUSTOMER);
        row.put("cust_no", customer);
        row.put("hh_no", (customer + 2) / 3);
        row.put("name", "Customer " + customer);
        row.put("email", email);
        row.put("credit_c", cents);
        return written(TablePair.CUSTOMER, row);
    }

    RowChange order(long household, long order, String status, @Nullable String note) {
        return written(TablePair.ORDER, orderRow(household, order, status, note));
    }

    RowChange deletedOrder(long household, long order) {
        RowChange before = order(household, order, "C", null);
        return new RowChange(before.table(), before.row(), null);
    }

    /** The first operation id that a defect meets which meets one of so many. */
    static long picked(int oneOf) {
        return LongStream.iterate(1, operation -> operation + 1)
                .filter(operation -> Pick.oneOf(oneOf, operation))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, @Nullable Object> orderRow(
            long household, long order, String status, @Nullable String note) {
        Map<String, @Nullable Object> row = columns(TablePair.ORDER);
        row.put("ord_no", order);
        row.put("hh_no", household);
        row.put("cust_no", 3 * household);
        row.put("sku", "S1");
        row.put("qty", 2L);
        row.put("unit_c", 1230L);
        row.put("amt_c", 2460L);
        row.put("ord_dt", "20261122");
        row.put("st", status);
        row.put("note", note);
        row.put("op_id", 0L);
        return row;
    }

    private RowChange written(TablePair pair, Map<String, @Nullable Object> old) {
        Row row = Row.of(old);
        return new RowChange(
                pair.table(source), null, source == Schema.OLD ? row : pair.translate(row, Direction.OLD_TO_NEW));
    }

    private static Map<String, @Nullable Object> columns(TablePair pair) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        pair.columns().forEach(column -> columns.put(column.old(), null));
        return columns;
    }
}
