package dev.cutover.oldsystem.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An operation that only reads; one statement, so that the version belongs to what it shows. */
@FunctionalInterface
interface Reading {
    Answer read(Handle db, long hhNo, long custNo);

    static Answer customer(Handle db, long hhNo, long custNo) {
        return db.select(
                        "select h.ver, c.* from cust c join hh h using (hh_no) where c.cust_no = ? and hh_no = ?",
                        custNo,
                        hhNo)
                .map((rs, ctx) -> Answer.ok(rs.getLong("ver"), customer(rs), false))
                .findFirst()
                .orElseThrow(() -> Cust.missing(hhNo, custNo));
    }

    static Answer orders(Handle db, long hhNo, long custNo) {
        List<Line> lines = db.select("""
                        select h.ver, o.* from cust c join hh h using (hh_no) left join ord o using (cust_no)
                        where c.cust_no = ? and c.hh_no = ? order by o.ord_no""", custNo, hhNo)
                .map((rs, ctx) -> new Line(rs.getLong("ver"), order(rs)))
                .list();
        if (lines.isEmpty()) {
            throw Cust.missing(hhNo, custNo);
        }
        List<Map<String, @Nullable Object>> orders = new ArrayList<>();
        lines.stream().map(Line::order).filter(Objects::nonNull).forEach(orders::add);
        return Answer.ok(lines.getFirst().ver(), Map.of("orders", orders), false);
    }

    /** A row: the version, and an order unless the customer has none. */
    record Line(long ver, @Nullable Map<String, @Nullable Object> order) {}

    private static Map<String, @Nullable Object> customer(ResultSet rs) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("custNo", rs.getLong("cust_no"));
        fields.put("name", rs.getString("name"));
        fields.put("email", rs.getString("email"));
        fields.put("creditC", rs.getLong("credit_c"));
        fields.put("regDt", rs.getString("reg_dt"));
        return fields;
    }

    private static @Nullable Map<String, @Nullable Object> order(ResultSet rs) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("ordNo", rs.getLong("ord_no"));
        if (rs.wasNull()) {
            return null;
        }
        fields.put("sku", rs.getString("sku"));
        fields.put("qty", rs.getInt("qty"));
        fields.put("unitC", rs.getLong("unit_c"));
        fields.put("amtC", rs.getLong("amt_c"));
        fields.put("ordDt", rs.getString("ord_dt"));
        fields.put("st", rs.getString("st"));
        fields.put("note", rs.getString("note"));
        return fields;
    }
}
