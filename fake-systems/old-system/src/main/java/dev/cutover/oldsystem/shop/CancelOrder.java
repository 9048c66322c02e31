package dev.cutover.oldsystem.shop;

record CancelOrder(long opId, long hhNo, long ordNo) implements Write {
    static CancelOrder from(Form form) {
        return new CancelOrder(form.opId(), form.positive("hhNo"), form.positive("ordNo"));
    }

    @Override
    public Subject subject() {
        return Subject.order(ordNo);
    }

    @Override
    public Change decide(Seen seen, Work work) {
        Ord.require(seen, hhNo, ordNo, 'O');
        return Ord.setStatus(ordNo, 'C', Entry.order(Entry.Kind.CO, ordNo, null, work.today()));
    }
}
