package dev.cutover.oldsystem.shop;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The table ord. Status O open, P paid, C cancelled. */
final class Ord {
    private Ord() {}

    record Standing(long amtC, char st) {}

    static long nextNumber(Handle db) {
        return db.select("select nextval('ord_seq')").mapTo(Long.class).one();
    }

    static boolean exists(Handle db, long ordNo) {
        return db.select("select exists (select from ord where ord_no = ?)", ordNo)
                .mapTo(Boolean.class)
                .one();
    }

    static Standing require(Handle db, long hhNo, long ordNo, char st) {
        Standing standing = db.select("select amt_c, st from ord where ord_no = ? and hh_no = ?", ordNo, hhNo)
                .map((rs, ctx) -> new Standing(rs.getLong(1), rs.getString(2).charAt(0)))
                .findFirst()
                .orElseThrow(() -> Refusal.because(Rc.NO_ORDER, "order " + ordNo + " is not in household " + hhNo));
        if (standing.st() != st) {
            throw Refusal.because(
                    Rc.ORDER_STATUS, "order " + ordNo + ": expected status " + st + ", found " + standing.st());
        }
        return standing;
    }

    static void insert(Work work, long ordNo, long hhNo, long custNo, Item item, long opId) {
        try {
            work.db()
                    .execute(
                            "insert into ord values (?, ?, ?, ?, ?, ?, ?, ?, 'O', ?, ?)",
                            ordNo,
                            hhNo,
                            custNo,
                            item.sku(),
                            item.qty(),
                            item.unitC(),
                            item.amtC(),
                            work.today(),
                            item.note(),
                            opId);
        } catch (UnableToExecuteStatementException e) {
            throw SqlState.UNIQUE.in(e) ? Refusal.because(Rc.ORDER_STATUS, "order " + ordNo + " exists") : e;
        }
    }

    static void setStatus(Handle db, long ordNo, char st) {
        db.execute("update ord set st = ? where ord_no = ?", String.valueOf(st), ordNo);
    }

    static void delete(Handle db, long ordNo) {
        db.execute("delete from ord where ord_no = ?", ordNo);
    }
}
