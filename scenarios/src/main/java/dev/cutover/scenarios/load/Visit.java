package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.Outcome;
import dev.cutover.scenarios.load.Classifier.Judgement;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One user's session: each operation is in the journal before it is sent, and is sent up to three times until its outcome is known. */
final class Visit {
    private static final int ATTEMPTS = 3;
    private static final int MEAN_THINK_MS = 100;
    private static final int BACK_OFF_MS = 50;
    private static final int PROCESSES_PER_SESSION = 16;

    private final Injection injection;
    private final Script script;
    private int process;
    private @Nullable Operation operation;
    private long slot;
    private int attempts;
    private boolean doubt;
    private Duration pause = Duration.ZERO;

    Visit(Injection injection, int session, Script script) {
        this.injection = injection;
        this.script = script;
        this.process = session * PROCESSES_PER_SESSION;
    }

    /** True while an operation is unsettled, or one more may begin. */
    boolean goesOn() {
        return operation != null || (script.hasNext() && !injection.stopping());
    }

    /** Begins the next operation, or the next attempt of the unsettled one. */
    void prepare() {
        if (operation == null) {
            operation = script.next(injection.nextOperationId());
            attempts = 0;
            doubt = false;
            slot = journal().invoke(process, operation.kind().code(), household(), operation.id());
            injection.begun();
        }
        attempts++;
    }

    Operation current() {
        if (operation == null) {
            throw new IllegalStateException("no operation was prepared");
        }
        return operation;
    }

    Duration pause() {
        return pause;
    }

    void settle(Attempt attempt) {
        Classifier classifier = injection.classifier();
        injection.attempted();
        if (classifier.worthRetrying(attempt) && attempts < ATTEMPTS) {
            doubt = true;
            pause = Duration.ofMillis(random().nextInt(BACK_OFF_MS, 3 * BACK_OFF_MS) * (long) attempts);
        } else {
            complete(classifier.judge(attempt, doubt), attempt);
            pause = Duration.ofMillis(random().nextInt(2 * MEAN_THINK_MS));
        }
    }

    private void complete(Judgement judgement, Attempt attempt) {
        Answer answer = attempt.answer();
        journal()
                .complete(
                        slot,
                        judgement.outcome(),
                        answer == null ? 0 : answer.seen(),
                        answer == null ? 0 : answer.version(),
                        judgement.cause(),
                        attempts,
                        attempt.servedBy());
        script.shopper().learn(current(), judgement.outcome(), answer);
        if (judgement.outcome() == Outcome.UNKNOWN) {
            // The lost operation may still be under way: whoever goes on is another process to the checkers.
            process++;
        }
        operation = null;
        injection.ended();
    }

    private Journal journal() {
        return injection.journal();
    }

    private SplittableRandom random() {
        return script.shopper().random();
    }

    private int household() {
        return script.shopper().household().number();
    }
}
