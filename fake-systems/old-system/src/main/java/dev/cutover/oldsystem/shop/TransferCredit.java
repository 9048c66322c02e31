package dev.cutover.oldsystem.shop;

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
    public Subject subject() {
        return new Subject(fromCust, toCust, null, null, false);
    }

    @Override
    public Change decide(Seen seen, Work work) {
        Long from = seen.credit();
        Long to = seen.otherCredit();
        if (from == null || to == null) {
            throw Cust.missing(hhNo, from == null ? fromCust : toCust);
        }
        if (from < amtC) {
            throw Refusal.because(Rc.CREDIT, "customer " + fromCust + " has " + from + " of " + amtC + " cents");
        }
        Entry entry = Entry.transfer(fromCust, amtC, from - amtC, to + amtC, work.today());
        return Cust.move(hhNo, fromCust, toCust, amtC, entry);
    }
}
