package dev.cutover.oldsystem.shop;

record CancelOrder(long opId, long hhNo, long ordNo) implements Write {
    static CancelOrder from(Form form) {
        return new CancelOrder(form.opId(), form.positive("hhNo"), form.positive("ordNo"));
    }

    @Override
    public Entry perform(Work work) {
        Ord.require(work.db(), hhNo, ordNo, 'O');
        Ord.setStatus(work.db(), ordNo, 'C');
        return Entry.order(Kind.CO, ordNo, null, work.today());
    }
}
