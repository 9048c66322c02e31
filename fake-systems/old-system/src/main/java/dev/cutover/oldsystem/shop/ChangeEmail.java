package dev.cutover.oldsystem.shop;

record ChangeEmail(long opId, long hhNo, long custNo, String email) implements Write {
    static ChangeEmail from(Form form) {
        return new ChangeEmail(form.opId(), form.positive("hhNo"), form.positive("custNo"), form.text("email"));
    }

    @Override
    public Entry perform(Work work) {
        Cust.require(work.db(), hhNo, custNo);
        if (Cust.emailTaken(work.db(), email, custNo)) {
            throw Refusal.because(Rc.EMAIL_TAKEN, "e-mail in use by another customer");
        }
        Cust.setEmail(work.db(), custNo, email);
        return Entry.email(custNo, email, work.today());
    }
}
