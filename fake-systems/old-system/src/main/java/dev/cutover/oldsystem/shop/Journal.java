package dev.cutover.oldsystem.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table jnl: one entry for each committed write of a household. */
final class Journal {
    private Journal() {}

    record Posted(long ver, Entry entry) {}

    static Optional<Posted> find(Handle db, long hhNo, long opId) {
        return db.select("select * from jnl where op_id = ? and hh_no = ? order by jno limit 1", opId, hhNo)
                .map((rs, ctx) -> posted(rs))
                .findFirst();
    }

    /** Raises the household's version and appends the entry; one statement, in this order. */
    static long post(Handle db, long hhNo, long opId, Entry e) {
        return db.select(
                        """
                        with raised as (update hh set ver = ver + 1 where hh_no = ? returning ver)
                        insert into jnl (hh_no, ver, op_id, kind, cust_no, ord_no, amt_c, from_c, to_c, email, dt)
                        select ?, ver, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::text, ? from raised
                        returning ver""",
                        hhNo,
                        hhNo,
                        opId,
                        e.kind().name(),
                        e.custNo(),
                        e.ordNo(),
                        e.amtC(),
                        e.fromC(),
                        e.toC(),
                        e.email(),
                        e.dt())
                .mapTo(Long.class)
                .one();
    }

    private static Posted posted(ResultSet rs) throws SQLException {
        Entry entry = new Entry(
                Kind.valueOf(rs.getString("kind")),
                number(rs, "cust_no"),
                number(rs, "ord_no"),
                number(rs, "amt_c"),
                number(rs, "from_c"),
                number(rs, "to_c"),
                rs.getString("email"),
                rs.getString("dt"));
        return new Posted(rs.getLong("ver"), entry);
    }

    private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, Long.class);
    }
}
