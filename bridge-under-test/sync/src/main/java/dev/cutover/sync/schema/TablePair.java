package dev.cutover.sync.schema;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table of old and its counterpart in new, column by column; the first column is the key that both share. */
public record TablePair(String oldTable, String newTable, List<Column> columns, List<Derived> onlyInNew) {

    /** A column of old and its counterpart in new. */
    public record Column(String old, String fresh, Conversion conversion) {
        public String name(Schema schema) {
            return schema == Schema.OLD ? old : fresh;
        }
    }

    /** A column that only new has and that is made from a row of old when the row is born there. */
    public record Derived(String name, String from, Function<String, Object> make) {}

    private static final Conversion SAME = Conversion.SAME;

    public static final TablePair HOUSEHOLD =
            new TablePair("hh", "household", List.of(same("hh_no", "id"), same("ver", "version")), List.of());

    public static final TablePair CUSTOMER = new TablePair(
            "cust",
            "customer",
            List.of(
                    same("cust_no", "id"),
                    same("hh_no", "household_id"),
                    same("name", "full_name"),
                    same("email", "email"),
                    new Column("credit_c", "credit", Conversion.MONEY),
                    new Column("reg_dt", "registered_at", Conversion.DAY)),
            List.of());

    public static final TablePair ORDER = new TablePair(
            "ord",
            "purchase_order",
            List.of(
                    same("ord_no", "order_number"),
                    same("hh_no", "household_id"),
                    same("cust_no", "customer_id"),
                    same("sku", "sku"),
                    same("qty", "quantity"),
                    new Column("unit_c", "unit_price", Conversion.MONEY),
                    new Column("amt_c", "total", Conversion.MONEY),
                    new Column("ord_dt", "placed_at", Conversion.DAY),
                    new Column("st", "status", Conversion.STATUS),
                    same("note", "note"),
                    same("op_id", "operation_id")),
            List.of(new Derived("id", "ord_no", TablePair::orderId)));

    public static final TablePair LEDGER = new TablePair(
            "jnl",
            "ledger_entry",
            List.of(
                    same("hh_no", "household_id"),
                    same("ver", "version"),
                    same("op_id", "operation_id"),
                    new Column("kind", "kind", Conversion.KIND),
                    same("cust_no", "customer_id"),
                    same("ord_no", "order_number"),
                    new Column("amt_c", "amount", Conversion.MONEY),
                    new Column("from_c", "from_credit", Conversion.MONEY),
                    new Column("to_c", "to_credit", Conversion.MONEY),
                    same("email", "email"),
                    new Column("dt", "occurred_at", Conversion.DAY)),
            List.of(new Derived("idempotency_key", "op_id", operation -> operation)));

    static final List<TablePair> ALL = List.of(HOUSEHOLD, CUSTOMER, ORDER, LEDGER);

    public String table(Schema schema) {
        return schema == Schema.OLD ? oldTable : newTable;
    }

    public String key(Schema schema) {
        return columns.getFirst().name(schema);
    }

    /** The pair that this table of old or of new belongs to. */
    public static TablePair of(Schema schema, String table) {
        return ALL.stream()
                .filter(pair -> pair.table(schema).equals(table))
                .findFirst()
                .orElseThrow(() -> new Untranslatable("table " + table + " of " + schema.text() + " does not travel"));
    }

    /** The row in the other schema; columns that only old has are left out. */
    public Row translate(Row row, Direction direction) {
        Map<String, @Nullable Object> translated = new LinkedHashMap<>();
        for (Column column : columns) {
            String source = column.name(direction.source());
            translated.put(column.name(direction.target()), convert(column, row.get(source), direction));
        }
        if (direction == Direction.OLD_TO_NEW) {
            onlyInNew.forEach(derived ->
                    translated.put(derived.name(), derived.make().apply(String.valueOf(row.get(derived.from())))));
        }
        return new Row(translated);
    }

    private @Nullable Object convert(Column column, @Nullable Object value, Direction direction) {
        try {
            return column.conversion().convert(value, direction);
        } catch (Untranslatable e) {
            throw new Untranslatable(
                    table(direction.source()) + "." + column.name(direction.source()) + " " + e.getMessage());
        }
    }

    private static Column same(String old, String fresh) {
        return new Column(old, fresh, SAME);
    }

    private static Object orderId(String orderNumber) {
        return UUID.nameUUIDFromBytes(("order " + orderNumber).getBytes(StandardCharsets.UTF_8));
    }
}
