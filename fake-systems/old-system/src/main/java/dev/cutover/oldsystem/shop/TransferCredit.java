package dev.cutover.oldsystem.shop;

import java.util.Map;

record TransferCredit(long opId, long hhNo, long fromCust, long toCust, long amtC) implements Write {
    static TransferCredit from(Form form) {
        TransferCredit transfer = new TransferCredit(
                form.opId(),
                form.positive("hhNo"),
                form.positive("fromCust"),
                form.positive("toCust"),
                form.whole("amtC", 1L, Form.MAX_CENTS));
        if (transfer.fromCust == transfer.toCust) {
            throw Refusal.malformed("fromCust, toCust: expected two customers, found " + transfer.toCust + " twice");
        }
        return transfer;
    }

    @Override
    public Entry perform(Work work) {
        // moved first and looked at then: a refusal rolls back, and one statement does it all
        Map<Long, Long> credits = Cust.move(work.db(), hhNo, fromCust, toCust, amtC);
        Long from = credits.get(fromCust);
        Long to = credits.get(toCust);
        if (from == null || to == null) {
            throw Cust.missing(hhNo, from == null ? fromCust : toCust);
        }
        if (from < 0) {
            throw Refusal.because(
                    Rc.CREDIT, "customer " + fromCust + " has " + (from + amtC) + " of " + amtC + " cents");
        }
        return Entry.transfer(fromCust, amtC, from, to, work.today());
    }
}
