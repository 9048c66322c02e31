package dev.cutover.oldsystem.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The table ord. Status O open, P paid, C cancelled. */
final class Ord {
    private static final String INSERT = "insert into ord values (?, ?, ?, ?, ?, ?, ?, ?, 'O', ?, ?)";
    private static final String SET_STATUS = "update ord set st = ? where ord_no = ?";
    private static final String DELETE = "delete from ord where ord_no = ?";

    private Ord() {}

    record Standing(long hhNo, long amtC, char st) {}

    static @Nullable Standing standing(ResultSet rs) throws SQLException {
        @Nullable String st = rs.getString("st");
        return st == null ? null : new Standing(rs.getLong("o_hh_no"), rs.getLong("o_amt_c"), st.charAt(0));
    }

    static Standing require(Seen seen, long hhNo, long ordNo, char st) {
        Standing standing = seen.order();
        if (standing == null || standing.hhNo() != hhNo) {
            throw Refusal.because(Rc.NO_ORDER, "order " + ordNo + " is not in household " + hhNo);
        }
        if (standing.st() != st) {
            throw Refusal.because(
                    Rc.ORDER_STATUS, "order " + ordNo + ": expected status " + st + ", found " + standing.st());
        }
        return standing;
    }

    static Refusal exists() {
        return Refusal.because(Rc.ORDER_STATUS, "an order with that number exists");
    }

    static Change insert(long ordNo, long hhNo, Item item, long opId, Entry entry) {
        return new Change(
                INSERT,
                statements -> statements
                        .number(ordNo)
                        .number(hhNo)
                        .number(entry.custNo())
                        .text(item.sku())
                        .number((long) item.qty())
                        .number(item.unitC())
                        .number(item.amtC())
                        .text(entry.dt())
                        .text(item.note())
                        .number(opId),
                entry);
    }

    static Change setStatus(long ordNo, char st, Entry entry) {
        return new Change(
                SET_STATUS, statements -> statements.text(String.valueOf(st)).number(ordNo), entry);
    }

    static Change delete(long ordNo, Entry entry) {
        return new Change(DELETE, statements -> statements.number(ordNo), entry);
    }
}
