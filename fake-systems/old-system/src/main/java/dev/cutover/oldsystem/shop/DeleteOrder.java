package dev.cutover.oldsystem.shop;

record DeleteOrder(long opId, long hhNo, long ordNo) implements Write {
    static DeleteOrder from(Form form) {
        return new DeleteOrder(form.opId(), form.positive("hhNo"), form.positive("ordNo"));
    }

    @Override
    public Entry perform(Work work) {
        Ord.require(work.db(), hhNo, ordNo, 'C');
        Ord.delete(work.db(), ordNo);
        return Entry.order(Kind.DO, ordNo, null, work.today());
    }
}
