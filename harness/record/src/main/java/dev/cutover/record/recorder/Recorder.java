package dev.cutover.record.recorder;

import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.OperationIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes the journal of a load that the plan brings itself: a Gatling simulation ({@code load.simulation}), or a Java program ({@code
 * load.program}) that does not want to speak the line protocol. Safe for many threads; one for a process is enough.
 *
 * <pre>{@code
 * Recorder recorder = Recorder.open();
 * Optional<Operation> begun = recorder.invoke("add", key);   // on disk before anything is sent; none: the load is over
 * if (begun.isPresent()) {
 *     Operation add = begun.get();
 *     HttpResponse<String> answer = send(add.id());          // the request carries the id
 *     switch (answer.statusCode()) {
 *         case 201 -> add.ok(Answer.SILENT.withVersion(version(answer)));
 *         case 404 -> add.refused();
 *         default -> add.unknown(Answer.SILENT.withStatus(answer.statusCode()));
 *     }
 * }
 * }</pre>
 */
public final class Recorder implements AutoCloseable {
    private static final int PROCESSES_OF_AN_INJECTOR = 1 << 19;

    private final LoadTask task;
    private final Journal journal;
    private final KeyTexts keys;
    private final OperationIds ids;
    private final AtomicInteger process = new AtomicInteger();

    private Recorder(LoadTask task, Journal journal, KeyTexts keys) {
        this.task = task;
        this.journal = journal;
        this.keys = keys;
        this.ids = OperationIds.of(task.seed(), task.injector());
    }

    /**
     * Opens the journal of the run that this process is part of.
     *
     * @throws IllegalStateException if the testbed did not start this process
     */
    public static Recorder open() {
        return open(LoadTask.told());
    }

    /** Opens the journal of a task. */
    public static Recorder open(LoadTask task) {
        try {
            return new Recorder(task, Journal.open(task.journal()), KeyTexts.of(task.keys()));
        } catch (IOException e) {
            throw new UncheckedIOException("the recorder cannot be opened", e);
        }
    }

    /** What the load is told. */
    public LoadTask task() {
        return task;
    }

    /** True once the load was told to stop. */
    public boolean stopping() {
        return journal.control().stop();
    }

    /** Records that an operation about no other is about to be sent. */
    public Optional<Operation> invoke(String kind, String key) {
        return invoke(kind, key, 0);
    }

    /**
     * Records that an operation is about to be sent.
     *
     * @param kind an operation of the plan
     * @param key as the systems call it
     * @param subject the id of the operation that made what this one is about, as the plan's {@code of} has it; 0 for none
     * @return the operation, whose intent is on disk; none if the load was told to stop, so that nothing more may be sent
     * @throws IllegalArgumentException if the plan has no such operation, or the load no such key
     */
    public Optional<Operation> invoke(String kind, String key, long subject) {
        int number = kind(kind);
        int journalKey = keys.number(key)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + key + "' is no key of the load; see " + task.keys()));
        requireSubject(kind, subject);
        if (stopping()) {
            return Optional.empty();
        }
        long id = ids.next();
        long slot = journal.invoke(nextProcess(), (byte) number, journalKey, id, subject);
        return Optional.of(new Operation(journal, slot, id));
    }

    /** Nobody could tell an append that was deleted from one that was lost. */
    private void requireSubject(String kind, long subject) {
        if (subject == 0 && task.about().contains(kind)) {
            throw new IllegalArgumentException(
                    "'" + kind + "' is about another operation, and needs the id of that one as its subject");
        }
        if (subject != 0 && !ids.ofThisRun(subject)) {
            throw new IllegalArgumentException("the subject " + subject + " is no operation id of this run");
        }
    }

    private int kind(String name) {
        List<String> operations = task.operations();
        int number = operations.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no operation of the load; there are: " + String.join(", ", operations));
        }
        return number;
    }

    /** Nobody knows which operations one user sent one after the other, so each counts as a client of its own. */
    private int nextProcess() {
        return (task.injector() - 1) * PROCESSES_OF_AN_INJECTOR + process.getAndIncrement();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
