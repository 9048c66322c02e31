package dev.cutover.sync;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both databases in one common form, by SQL of its own: the sync's translation has no part in it. */
final class Contents {
    private static final String ST = "case st when 'O' then 'OPEN' when 'P' then 'PAID' when 'C' then 'CANCELLED' end";

    private Contents() {}

    static Map<String, List<String>> ofOld(Rig rig) throws SQLException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        found.put("versions", Rig.rows(rig.oldUrl, "select hh_no, ver from hh order by 1"));
        found.put(
                "customers",
                Rig.rows(rig.oldUrl, "select cust_no, hh_no, name, email, credit_c, reg_dt from cust order by 1"));
        found.put(
                "orders",
                Rig.rows(
                        rig.oldUrl,
                        "select ord_no, hh_no, cust_no, sku, qty, unit_c, amt_c, ord_dt, " + ST
                                + ", note, op_id from ord order by 1"));
        found.put(
                "ledger",
                Rig.rows(
                        rig.oldUrl,
                        "select hh_no, ver, op_id, cust_no, ord_no, amt_c, from_c, to_c, email, dt from jnl order by 1, 2, 3"));
        return found;
    }

    static Map<String, List<String>> ofNew(Rig rig) throws SQLException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        found.put("versions", Rig.rows(rig.newUrl, "select id, version from household order by 1"));
        found.put(
                "customers",
                Rig.rows(
                        rig.newUrl,
                        "select id, household_id, full_name, email, (credit * 100)::bigint, " + day("registered_at")
                                + " from customer order by 1"));
        found.put(
                "orders",
                Rig.rows(
                        rig.newUrl,
                        "select order_number, household_id, customer_id, sku, quantity, (unit_price * 100)::bigint,"
                                + " (total * 100)::bigint, " + day("placed_at")
                                + ", status, note, operation_id from purchase_order order by 1"));
        found.put(
                "ledger",
                Rig.rows(
                        rig.newUrl,
                        "select household_id, version, operation_id, customer_id, order_number, (amount * 100)::bigint,"
                                + " (from_credit * 100)::bigint, (to_credit * 100)::bigint, email, "
                                + day("occurred_at") + " from ledger_entry order by 1, 2, 3"));
        return found;
    }

    private static String day(String instant) {
        return "to_char(" + instant + " at time zone 'Europe/Berlin', 'YYYYMMDD')";
    }
}
