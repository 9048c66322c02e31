package dev.cutover.oldsystem.shop;

record PlaceOrder(long opId, long hhNo, long custNo, Item item) implements Write {
    static PlaceOrder from(Form form) {
        return new PlaceOrder(form.opId(), form.positive("hhNo"), form.positive("custNo"), Item.from(form));
    }

    @Override
    public Subject subject() {
        return Subject.newOrder(custNo);
    }

    @Override
    public Change decide(Seen seen, Work work) {
        seen.requireCustomer(hhNo, custNo);
        Entry entry = Entry.ordered(Entry.Kind.PO, custNo, seen.drawn(), item.amtC(), work.today());
        return Ord.insert(seen.drawn(), hhNo, item, opId, entry);
    }
}
