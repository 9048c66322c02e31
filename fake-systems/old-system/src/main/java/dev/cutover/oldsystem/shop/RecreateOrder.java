package dev.cutover.oldsystem.shop;

record RecreateOrder(long opId, long hhNo, long custNo, long ordNo, Item item) implements Write {
    static RecreateOrder from(Form form) {
        return new RecreateOrder(
                form.opId(), form.positive("hhNo"), form.positive("custNo"), form.positive("ordNo"), Item.from(form));
    }

    @Override
    public Subject subject() {
        return new Subject(custNo, null, ordNo, null, false);
    }

    @Override
    public Change decide(Seen seen, Work work) {
        seen.requireCustomer(hhNo, custNo);
        if (seen.order() != null) {
            throw Ord.exists();
        }
        Entry entry = Entry.ordered(Entry.Kind.RO, custNo, ordNo, item.amtC(), work.today());
        return Ord.insert(ordNo, hhNo, item, opId, entry);
    }
}
