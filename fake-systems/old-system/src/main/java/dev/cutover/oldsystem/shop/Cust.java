package dev.cutover.oldsystem.shop;

import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The table cust. */
final class Cust {
    private Cust() {}

    static void require(Handle db, long hhNo, long custNo) {
        boolean found = db.select("select 1 from cust where cust_no = ? and hh_no = ?", custNo, hhNo)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (!found) {
            throw missing(hhNo, custNo);
        }
    }

    static Refusal missing(long hhNo, long custNo) {
        return Refusal.because(Rc.NO_CUSTOMER, "customer " + custNo + " is not in household " + hhNo);
    }

    static boolean emailTaken(Handle db, String email, long custNo) {
        return db.select("select exists (select from cust where email = ? and cust_no <> ?)", email, custNo)
                .mapTo(Boolean.class)
                .one();
    }

    static void setEmail(Handle db, long custNo, String email) {
        try {
            db.execute("update cust set email = ? where cust_no = ?", email, custNo);
        } catch (UnableToExecuteStatementException e) {
            throw SqlState.UNIQUE.in(e) ? Refusal.because(Rc.EMAIL_TAKEN, "e-mail in use by another customer") : e;
        }
    }

    /** Moves credit and returns both balances after; a missing customer is missing in the result. */
    static Map<Long, Long> move(Handle db, long hhNo, long from, long to, long amtC) {
        return db
                .select("""
                        update cust set credit_c = credit_c + case cust_no when ? then ? else ? end
                        where hh_no = ? and cust_no in (?, ?) returning cust_no, credit_c""", from, -amtC, amtC, hhNo, from, to)
                .map((rs, ctx) -> Map.entry(rs.getLong(1), rs.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
