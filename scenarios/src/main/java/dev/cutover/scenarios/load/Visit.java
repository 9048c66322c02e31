package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.Outcome;
import dev.cutover.rehearse.load.Backoff;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One user's session: each operation is in the journal before it is sent, and if it may be, it is sent again until its outcome is known. */
final class Visit {
    private final Injection injection;
    private final Script script;
    private int process;
    private @Nullable Call call;
    private long slot;
    private int attempts;
    private volatile boolean written;
    private boolean doubt;
    private Duration pause = Duration.ZERO;

    Visit(Injection injection, int session, Script script) {
        this.injection = injection;
        this.script = script;
        // Each of its operations may be lost, and whoever goes on after that is another process.
        this.process = session * (int) injection.load().session().to();
    }

    /** True while an operation is unsettled, or one more may begin. */
    boolean goesOn() {
        return call != null || (!injection.stopping() && script.hasNext());
    }

    /** Begins the next operation, or the next attempt of the unsettled one. */
    void prepare() {
        if (call == null) {
            Call next = script.next(injection.nextOperationId());
            attempts = 0;
            doubt = false;
            slot = journal()
                    .invoke(
                            process,
                            (byte) next.operation().kind(),
                            script.key().number(),
                            next.id(),
                            next.subject());
            injection.asks(next);
            call = next;
            injection.begun();
        }
        attempts++;
        written = false;
    }

    /** Whoever writes the attempt to a connection says so; a second time is refused, since the journal knows of one. */
    void write() {
        if (written) {
            throw new IllegalStateException("the connection was closed after this attempt had been written to it");
        }
        written = true;
    }

    Call current() {
        if (call == null) {
            throw new IllegalStateException("no operation was prepared");
        }
        return call;
    }

    Duration pause() {
        return pause;
    }

    void settle(Attempt attempt) {
        Call settled = current();
        Judgement judgement = settled.operation().answers().judge(attempt);
        injection.attempted();
        if (judgement.outcome() == Outcome.UNKNOWN
                && attempts < settled.operation().attempts()) {
            doubt = true;
            pause = between(Backoff.SHORTEST, Backoff.LONGEST).multipliedBy(attempts);
        } else {
            complete(settled, doubt ? judgement.doubted() : judgement, attempt);
            pause = between(Duration.ZERO, injection.load().thinkTime().multipliedBy(2));
        }
    }

    private void complete(Call ended, Judgement judgement, Attempt attempt) {
        if (judgement.outcome() == Outcome.OK) {
            injection.answered(ended, attempt.answer());
        }
        journal()
                .complete(
                        slot,
                        judgement.outcome(),
                        ended.operation().answers().version(attempt.answer()),
                        judgement.cause(),
                        attempts,
                        attempt.servedBy());
        if (judgement.outcome() == Outcome.OK) {
            script.learn(ended, attempt.answer());
        }
        if (judgement.outcome() == Outcome.UNKNOWN) {
            // The lost operation may still be under way: whoever goes on is another process to the checkers.
            process++;
        }
        call = null;
        injection.ended();
    }

    private Duration between(Duration shortest, Duration longest) {
        return Duration.ofMillis(script.random().nextLong(shortest.toMillis(), Math.max(1, longest.toMillis())));
    }

    private Journal journal() {
        return injection.journal();
    }
}
