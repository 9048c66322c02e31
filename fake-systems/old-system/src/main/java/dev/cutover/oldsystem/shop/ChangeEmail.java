package dev.cutover.oldsystem.shop;

record ChangeEmail(long opId, long hhNo, long custNo, String email) implements Write {
    static ChangeEmail from(Form form) {
        return new ChangeEmail(form.opId(), form.positive("hhNo"), form.positive("custNo"), form.text("email"));
    }

    @Override
    public Subject subject() {
        return new Subject(custNo, null, null, email, false);
    }

    @Override
    public Change decide(Seen seen, Work work) {
        seen.requireCustomer(hhNo, custNo);
        if (seen.emailTaken()) {
            throw Cust.emailTaken();
        }
        return Cust.setEmail(custNo, email, Entry.email(custNo, email, work.today()));
    }
}
