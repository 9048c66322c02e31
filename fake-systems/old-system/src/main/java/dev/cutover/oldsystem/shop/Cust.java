package dev.cutover.oldsystem.shop;

/** The table cust. */
final class Cust {
    private static final String SET_EMAIL = "update cust set email = ? where cust_no = ?";
    private static final String MOVE = """
            update cust set credit_c = credit_c + case cust_no when ? then ?::bigint else ?::bigint end
            where hh_no = ? and cust_no in (?, ?)""";

    private Cust() {}

    static Refusal missing(long hhNo, long custNo) {
        return Refusal.because(Rc.NO_CUSTOMER, "customer " + custNo + " is not in household " + hhNo);
    }

    static Refusal emailTaken() {
        return Refusal.because(Rc.EMAIL_TAKEN, "e-mail in use by another customer");
    }

    static Change setEmail(long custNo, String email, Entry entry) {
        return new Change(SET_EMAIL, statements -> statements.text(email).number(custNo), entry);
    }

    static Change move(long hhNo, long from, long to, long amtC, Entry entry) {
        return new Change(
                MOVE,
                statements -> statements
                        .number(from)
                        .number(-amtC)
                        .number(amtC)
                        .number(hhNo)
                        .number(from)
                        .number(to),
                entry);
    }
}
