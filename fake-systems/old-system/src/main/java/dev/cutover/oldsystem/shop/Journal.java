package dev.cutover.oldsystem.shop;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table jnl: one entry for each committed write of a household. */
final class Journal {
    /** Raises the household's version and appends the entry under it. */
    static final String POST = """
            with raised as (update hh set ver = ver + 1 where hh_no = ? returning hh_no, ver)
            insert into jnl (hh_no, ver, op_id, kind, cust_no, ord_no, amt_c, from_c, to_c, email, dt)
            select hh_no, ver, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::text, ? from raised
            returning ver""";

    private Journal() {}

    record Posted(long ver, Entry entry) {}

    static void bind(PipelinedStatements statements, Write write, Entry e) throws SQLException {
        statements
                .number(write.hhNo())
                .number(write.opId())
                .text(e.kind().name())
                .number(e.custNo())
                .number(e.ordNo())
                .number(e.amtC())
                .number(e.fromC())
                .number(e.toC())
                .text(e.email())
                .text(e.dt());
    }

    static Optional<Posted> posted(ResultSet rs) throws SQLException {
        long ver = rs.getLong("ver");
        if (rs.wasNull()) {
            return Optional.empty();
        }
        Entry entry = new Entry(
                Entry.Kind.valueOf(rs.getString("kind")),
                rs.getObject("cust_no", Long.class),
                rs.getObject("ord_no", Long.class),
                rs.getObject("amt_c", Long.class),
                rs.getObject("from_c", Long.class),
                rs.getObject("to_c", Long.class),
                rs.getString("email"),
                rs.getString("dt"));
        return Optional.of(new Posted(ver, entry));
    }
}
