package dev.cutover.oldsystem.shop;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation that only reads; one statement, so that the version belongs to what it shows. */
@FunctionalInterface
interface Reading {
    String CUSTOMER = """
            select h.ver, c.cust_no, c.name, c.email, c.credit_c, c.reg_dt
            from hh h left join cust c on c.cust_no = ? and c.hh_no = h.hh_no where h.hh_no = ?""";
    String ORDERS = """
            select h.ver, c.cust_no, o.ord_no, o.sku, o.qty, o.unit_c, o.amt_c, o.ord_dt, o.st, o.note
            from hh h left join cust c on c.cust_no = ? and c.hh_no = h.hh_no left join ord o on o.cust_no = c.cust_no
            where h.hh_no = ? order by o.ord_no""";

    Answer read(Connection db, long hhNo, long custNo) throws SQLException;

    static Answer customer(Connection db, long hhNo, long custNo) throws SQLException {
        try (PipelinedStatements statements =
                new PipelinedStatements(db, CUSTOMER).number(custNo).number(hhNo)) {
            ResultSet rs = statements.rows();
            long ver = found(rs, hhNo, custNo);
            return Answer.ok(ver, customer(rs), false);
        }
    }

    static Answer orders(Connection db, long hhNo, long custNo) throws SQLException {
        try (PipelinedStatements statements =
                new PipelinedStatements(db, ORDERS).number(custNo).number(hhNo)) {
            ResultSet rs = statements.rows();
            long ver = found(rs, hhNo, custNo);
            List<Map<String, @Nullable Object>> orders = new ArrayList<>();
            do {
                if (rs.getObject("ord_no") != null) { // the one row of a customer without orders
                    orders.add(order(rs));
                }
            } while (rs.next());
            return Answer.ok(ver, Map.of("orders", orders), false);
        }
    }

    /** Goes to the first row; the household's version. */
    private static long found(ResultSet rs, long hhNo, long custNo) throws SQLException {
        if (!rs.next()) {
            throw Cust.missing(hhNo, custNo).at(0);
        }
        long ver = rs.getLong("ver");
        if (rs.getObject("cust_no") == null) {
            throw Cust.missing(hhNo, custNo).at(ver);
        }
        return ver;
    }

    private static Map<String, @Nullable Object> customer(ResultSet rs) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("custNo", rs.getLong("cust_no"));
        fields.put("name", rs.getString("name"));
        fields.put("email", rs.getString("email"));
        fields.put("creditC", rs.getLong("credit_c"));
        fields.put("regDt", rs.getString("reg_dt"));
        return fields;
    }

    private static Map<String, @Nullable Object> order(ResultSet rs) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("ordNo", rs.getLong("ord_no"));
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
