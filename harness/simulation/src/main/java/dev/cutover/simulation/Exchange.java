package dev.cutover.simulation;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One request of a client at the bridge, until it is answered. */
final class Exchange {
    private final Request.Asked asked;
    private final BooleanSupplier clientGone;
    private final Consumer<Answer> answer;
    private boolean resent;
    private boolean answered;

    Exchange(Request.Asked asked, BooleanSupplier clientGone, Consumer<Answer> answer) {
        this.asked = asked;
        this.clientGone = clientGone;
        this.answer = answer;
    }

    Request.Asked asked() {
        return asked;
    }

    int bucket() {
        return World.bucket(asked.key());
    }

    /** Whether nobody waits for the answer any more. */
    boolean isPointless() {
        return answered || clientGone.getAsBoolean();
    }

    /** True the first time only: a write is sent once more, not again and again. */
    boolean mayBeResent() {
        boolean first = !resent;
        resent = true;
        return first;
    }

    /** Only the first counts. */
    void answer(Answer given) {
        if (!answered) {
            answered = true;
            answer.accept(given);
        }
    }
}
