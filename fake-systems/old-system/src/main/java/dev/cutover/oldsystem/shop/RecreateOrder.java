package dev.cutover.oldsystem.shop;

record RecreateOrder(long opId, long hhNo, long custNo, long ordNo, Item item) implements Write {
    static RecreateOrder from(Form form) {
        return new RecreateOrder(
                form.opId(), form.positive("hhNo"), form.positive("custNo"), form.positive("ordNo"), Item.from(form));
    }

    @Override
    public Entry perform(Work work) {
        Cust.require(work.db(), hhNo, custNo);
        if (Ord.exists(work.db(), ordNo)) {
            throw Refusal.because(Rc.ORDER_STATUS, "order " + ordNo + " exists");
        }
        Ord.insert(work, ordNo, hhNo, custNo, item, opId);
        return Entry.ordered(Kind.RO, custNo, ordNo, item.amtC(), work.today());
    }
}
