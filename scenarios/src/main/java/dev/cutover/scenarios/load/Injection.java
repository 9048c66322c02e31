package dev.cutover.scenarios.load;

import dev.cutover.environment.yaml.Range;
import dev.cutover.record.evidence.AskedFile;
import dev.cutover.record.evidence.ContentFile;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.rehearse.load.InjectorSettings;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.Received;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Everything the users of one run share. Safe for many threads. */
final class Injection {
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    private final InjectorSettings settings;
    private final Journal journal;
    private final @Nullable AskedFile asked;
    private final @Nullable ContentFile contents;
    private final ArrivalPlan plan;
    private final HotKeys keys;
    private final List<Operation> operationsOfPlan;
    private final Stories stories;
    private final OperationIds ids;
    private final Starts starts;
    private final AtomicInteger warmUpAnswers = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong operations = new AtomicLong();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong stopSeenNs = new AtomicLong();

    Injection(InjectorSettings settings, Journal journal, @Nullable AskedFile asked, @Nullable ContentFile contents) {
        this.settings = settings;
        this.asked = asked;
        this.contents = contents;
        this.journal = journal;
        this.plan = ArrivalPlan.of(
                ArrivalCurve.of(settings.arrivals()),
                load().operationsPerSecond() / load().session().mean(),
                (int) load().atMost().toSeconds(),
                load().twins(),
                settings.seed());
        this.keys = new HotKeys(Keys.of(settings.keys()), settings.seed());
        this.operationsOfPlan = Operation.of(load());
        this.stories = new Stories(load(), operationsOfPlan);
        this.ids = OperationIds.of(settings.seed());
        this.starts = new Starts(plan);
    }

    Visit visit(int session) {
        SplittableRandom where = Randomness.of(settings.seed(), "where", plan.leader(session));
        SplittableRandom what = Randomness.of(settings.seed(), "what", session);
        Range length = load().session();
        return new Visit(
                this,
                session,
                new Script(stories, keys.draw(where), (int) what.nextLong(length.from(), length.to() + 1), what));
    }

    /** A read of somebody, for the warm-up. */
    Call warmUp(SplittableRandom random) {
        return stories.warmUp(keys.draw(random), random.split());
    }

    LoadModel load() {
        return settings.load();
    }

    /** By their numbers in the journal. */
    List<Operation> operationsOfPlan() {
        return operationsOfPlan;
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

    Starts starts() {
        return starts;
    }

    /** How many reads of the warm-up were answered. */
    AtomicInteger warmUpAnswers() {
        return warmUpAnswers;
    }

    /** Remembers what a call asks for, before it is sent. */
    void asks(Call call) {
        String text = call.asks();
        if (asked != null && text != null) {
            asked.asks(call.id(), text);
        }
    }

    /** Remembers what an acknowledged call was answered, before the journal says so. */
    void answered(Call call, Received answer) {
        if (contents != null) {
            call.operation()
                    .contents()
                    .of(answer)
                    .ifPresent(content -> contents.answered(call.id(), Contents.question(call), content));
        }
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

    Progress progress() {
        long loadNs = loadNs();
        long planned = plan.before(loadNs);
        return new Progress(
                starts.running(),
                loadNs / NANOS,
                planned,
                starts.started(),
                planned * load().session().mean(),
                operations.get(),
                attempts.get(),
                starts.lag(),
                starts.windows(loadNs));
    }

    /** True once nothing more may begin and what was in flight has ended, or has had its time. */
    boolean stopped() {
        long grace = load().longestOperation().plus(SLACK).toNanos();
        return stopping() && (running.get() == 0 || starts.elapsedNs() - stopSeenNs.get() > grace);
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
}
