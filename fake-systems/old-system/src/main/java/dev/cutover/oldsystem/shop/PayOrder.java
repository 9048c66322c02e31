package dev.cutover.oldsystem.shop;

import dev.cutover.kit.payments.PaymentClient;

record PayOrder(long opId, long hhNo, long ordNo) implements Write {
    static PayOrder from(Form form) {
        return new PayOrder(form.opId(), form.positive("hhNo"), form.positive("ordNo"));
    }

    @Override
    public Subject subject() {
        return Subject.order(ordNo);
    }

    @Override
    public Change decide(Seen seen, Work work) {
        long amtC = Ord.require(seen, hhNo, ordNo, 'O').amtC();
        if (!work.payments().charge(new PaymentClient.Charge(opId, hhNo, ordNo, amtC))) {
            throw Refusal.because(Rc.DECLINED, "the payment provider declined order " + ordNo);
        }
        return Ord.setStatus(ordNo, 'P', Entry.order(Entry.Kind.PY, ordNo, amtC, work.today()));
    }
}
