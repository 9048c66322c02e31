package dev.cutover.oldsystem.shop;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say about a subject, in the locked household; null stands for what is not there.
 *
 * @param first the first result, if the operation was carried out before
 * @param credit of the subject's customer, in cents
 * @param otherCredit of the other customer, in cents
 */
record Seen(
        Optional<Journal.Posted> first,
        @Nullable Long credit,
        @Nullable Long otherCredit,
        Ord.@Nullable Standing order,
        boolean emailTaken,
        @Nullable Long newOrdNo) {

    // no limit 1: it would tempt the planner to walk through the whole journal
    static final String SQL = """
            select j.*, a.credit_c as credit, b.credit_c as other, o.hh_no as o_hh_no, o.amt_c as o_amt_c, o.st,
                   exists (select from cust where email = ? and cust_no <> ?) as taken,
                   case when ? and j.jno is null then nextval('ord_seq') end as new_ord_no
            from (values (?::bigint)) h (hh_no)
            left join jnl j on j.op_id = ? and j.hh_no = h.hh_no
            left join cust a on a.cust_no = ? and a.hh_no = h.hh_no
            left join cust b on b.cust_no = ? and b.hh_no = h.hh_no
            left join ord o on o.ord_no = ?
            order by j.jno""";

    static void bind(PipelinedStatements statements, Write write) throws SQLException {
        Subject subject = write.subject();
        statements
                .text(subject.email())
                .number(subject.custNo())
                .flag(subject.newOrder())
                .number(write.hhNo())
                .number(write.opId())
                .number(subject.custNo())
                .number(subject.otherNo())
                .number(subject.ordNo());
    }

    static Seen of(ResultSet rs) throws SQLException {
        rs.next();
        return new Seen(
                Journal.posted(rs),
                rs.getObject("credit", Long.class),
                rs.getObject("other", Long.class),
                Ord.standing(rs),
                rs.getBoolean("taken"),
                rs.getObject("new_ord_no", Long.class));
    }

    void requireCustomer(long hhNo, long custNo) {
        if (credit == null) {
            throw Cust.missing(hhNo, custNo);
        }
    }

    long drawn() {
        return Objects.requireNonNull(newOrdNo);
    }
}
