package dev.cutover.oldsystem.shop;

record DeleteOrder(long opId, long hhNo, long ordNo) implements Write {
    static DeleteOrder from(Form form) {
        return new DeleteOrder(form.opId(), form.positive("hhNo"), form.positive("ordNo"));
    }

    @Override
    public Subject subject() {
        return Subject.order(ordNo);
    }

    @Override
    public Change decide(Seen seen, Work work) {
        Ord.require(seen, hhNo, ordNo, 'C');
        return Ord.delete(ordNo, Entry.order(Entry.Kind.DO, ordNo, null, work.today()));
    }
}
