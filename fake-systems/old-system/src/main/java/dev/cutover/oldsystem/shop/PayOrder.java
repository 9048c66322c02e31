package dev.cutover.oldsystem.shop;

record PayOrder(long opId, long hhNo, long ordNo) implements Write {
    static PayOrder from(Form form) {
        return new PayOrder(form.opId(), form.positive("hhNo"), form.positive("ordNo"));
    }

    @Override
    public Entry perform(Work work) {
        long amtC = Ord.require(work.db(), hhNo, ordNo, 'O').amtC();
        if (!work.payments().charge(opId, hhNo, ordNo, amtC)) {
            throw Refusal.because(Rc.DECLINED, "the payment provider declined order " + ordNo);
        }
        Ord.setStatus(work.db(), ordNo, 'P');
        return Entry.order(Kind.PY, ordNo, amtC, work.today());
    }
}
