package dev.cutover.oldsystem.shop;

record PlaceOrder(long opId, long hhNo, long custNo, Item item) implements Write {
    static PlaceOrder from(Form form) {
        return new PlaceOrder(form.opId(), form.positive("hhNo"), form.positive("custNo"), Item.from(form));
    }

    @Override
    public Entry perform(Work work) {
        Cust.require(work.db(), hhNo, custNo);
        long ordNo = Ord.nextNumber(work.db());
        Ord.insert(work, ordNo, hhNo, custNo, item, opId);
        return Entry.ordered(Kind.PO, custNo, ordNo, item.amtC(), work.today());
    }
}
