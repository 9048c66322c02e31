package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Journal;
import dev.cutover.rehearse.load.InjectorSettings;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Everything the users of one run share. Safe for many threads. */
final class Injection {
    /** Operations in flight may take this long to end once the load is to stop: three attempts and their pauses. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final InjectorSettings settings;
    private final Journal journal;
    private final ArrivalPlan plan;
    private final HotHouseholds households;
    private final Classifier classifier = new Classifier(DefiniteErrors.ofContract());
    private final OperationIds ids;
    private final Starts starts;
    private final AtomicInteger warmUpAnswers = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong operations = new AtomicLong();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong stopSeenNs = new AtomicLong();

    Injection(InjectorSettings settings, Journal journal) {
        this.settings = settings;
        this.journal = journal;
        this.plan = ArrivalPlan.of(
                ArrivalCurve.worldCup(),
                settings.operationsPerSecond() / Script.MEAN_LENGTH,
                (int) settings.atMost().toSeconds(),
                settings.seed());
        this.households = new HotHouseholds(settings.keys(), settings.seed());
        this.ids = new OperationIds(settings.seed());
        this.starts = new Starts(plan);
    }

    Visit visit(int session) {
        SplittableRandom where = Randomness.of(settings.seed(), "where", plan.leader(session));
        SplittableRandom what = Randomness.of(settings.seed(), "what", session);
        return new Visit(this, session, new Script(new Shopper(households.draw(where), what)));
    }

    InjectorSettings settings() {
        return settings;
    }

    Journal journal() {
        return journal;
    }

    ArrivalPlan plan() {
        return plan;
    }

    Classifier classifier() {
        return classifier;
    }

    Starts starts() {
        return starts;
    }

    /** How many reads of the warm-up were answered. */
    AtomicInteger warmUpAnswers() {
        return warmUpAnswers;
    }

    long nextOperationId() {
        return ids.next();
    }

    /** True once nothing more may begin. */
    boolean stopping() {
        boolean stop = journal.control().stop();
        if (stop) {
            stopSeenNs.compareAndSet(0, Math.max(1, starts.elapsedNs()));
        }
        return stop;
    }

    /** How long there has been load: until now, until it was stopped, or until the plan was done. */
    long loadNs() {
        long until = stopping() ? stopSeenNs.get() : starts.elapsedNs();
        return Math.clamp(until, 0, Duration.ofSeconds(plan.seconds()).toNanos());
    }

    /** True once nothing more may begin and what was in flight has ended, or has had its time. */
    boolean stopped() {
        return stopping() && (running.get() == 0 || starts.elapsedNs() - stopSeenNs.get() > GRACE.toNanos());
    }

    void begun() {
        running.incrementAndGet();
    }

    void attempted() {
        attempts.incrementAndGet();
    }

    void ended() {
        running.decrementAndGet();
        operations.incrementAndGet();
    }

    long operations() {
        return operations.get();
    }

    long attempts() {
        return attempts.get();
    }
}
