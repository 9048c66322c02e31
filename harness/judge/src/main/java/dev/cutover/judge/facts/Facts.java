package dev.cutover.judge.facts;

import dev.cutover.record.dump.Ledger;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The evidence and what all checkers derive from it, derived once. For one thread. */
public final class Facts {
    private final Evidence evidence;
    private final Map<String, List<LedgerRows>> tables = new LinkedHashMap<>();
    private final Map<String, List<LedgerRows>> registers = new LinkedHashMap<>();
    private final Once<OperationsById> operations = new Once<>(() -> new OperationsById(history()));
    private final Once<Keys> keys = new Once<>(() -> Keys.of(history()));
    private final Once<Course> course = new Once<>(() -> Course.of(evidence().log()));
    private final Once<EpochOrder> epochOrder = new Once<>(() -> EpochOrder.of(history(), course().epochs()));
    private final Once<Deletes> deletes =
            new Once<>(() -> new Deletes(history(), evidence().manifest().kinds(), operations()));

    public Facts(Evidence evidence) {
        this.evidence = evidence;
    }

    public Evidence evidence() {
        return evidence;
    }

    public History history() {
        return evidence.history();
    }

    public Obligations obligations() {
        return evidence.obligations();
    }

    /** Index of an operation in the history, or -1. */
    public int operation(long id) {
        return operations().find(id);
    }

    /** The tables of a complete dump that its system owes. */
    public List<LedgerRows> tables(StateDump dump) {
        return tables.computeIfAbsent(
                dump.name(), name -> rows(dump, dump.applied(), owes(dump).applied()));
    }

    /** The registers of a complete dump that its system owes: one table each, of the values as they are. */
    public List<LedgerRows> registers(StateDump dump) {
        return registers.computeIfAbsent(
                dump.name(), name -> rows(dump, dump.registers(), owes(dump).asTables()));
    }

    private List<LedgerRows> rows(StateDump dump, Map<String, Ledger> found, Map<String, Reads.Table> owed) {
        LongPredicate ours = OperationIds.of(evidence.manifest().seed())::ofThisRun;
        return owed.entrySet().stream()
                .filter(table -> found.containsKey(table.getKey()))
                .map(table -> new LedgerRows(
                        dump,
                        table.getKey(),
                        found.getOrDefault(table.getKey(), Ledger.empty()),
                        table.getValue(),
                        history(),
                        operations(),
                        ours))
                .toList();
    }

    /** What a dump's system owes. */
    public Reads owes(StateDump dump) {
        return obligations().of(dump.system());
    }

    /** The keys of the history's operations. */
    public Keys keys() {
        return keys.get();
    }

    /** The run's course, as its events tell it. */
    public Course course() {
        return course.get();
    }

    /** Operations by the epoch in which they were invoked. */
    public EpochOrder epochOrder() {
        return epochOrder.get();
    }

    /** Which appends deletes are about. */
    public Deletes deletes() {
        return deletes.get();
    }

    /** The tables of the final states that the plan owes; a state that is missing or incomplete is a gap of the inquiry. */
    public List<LedgerRows> finalLedgers(Inquiry inquiry) {
        return finalDumps(inquiry).stream()
                .flatMap(dump -> tables(dump).stream())
                .toList();
    }

    /** The final dumps that the plan owes; one that is missing or incomplete is a gap of the inquiry. */
    public List<StateDump> finalDumps(Inquiry inquiry) {
        List<StateDump> dumps = new ArrayList<>();
        for (String system : obligations().systems()) {
            evidence.dump(system, "final")
                    .ifPresentOrElse(
                            dump -> complete(dump, dumps, inquiry),
                            () -> inquiry.gap("the final state of " + system + " was not read"));
        }
        return dumps;
    }

    /** The dumps at every rollback; one that is missing or incomplete is a gap of the inquiry. */
    public List<StateDump> rollbackDumps(Inquiry inquiry) {
        List<StateDump> found = evidence.rollbackDumps();
        if (found.size() < obligations().rollbacks()) {
            inquiry.gap("the plan declares " + obligations().rollbacks()
                    + (obligations().rollbacks() == 1 ? " rollback" : " rollbacks") + ", but the state of "
                    + obligations().rollbackSystem() + " was read at " + found.size());
        }
        List<StateDump> dumps = new ArrayList<>();
        found.forEach(dump -> complete(dump, dumps, inquiry));
        return dumps;
    }

    /** The tables of every complete dump that the plan owes, final ones first; a dump that is missing or incomplete is a gap of the inquiry. */
    public List<LedgerRows> allLedgers(Inquiry inquiry) {
        List<StateDump> dumps = new ArrayList<>(finalDumps(inquiry));
        dumps.addAll(rollbackDumps(inquiry));
        return dumps.stream().flatMap(dump -> tables(dump).stream()).toList();
    }

    private List<String> missing(StateDump dump) {
        Reads owed = owes(dump);
        List<String> missing =
                new ArrayList<>(without(owed.applied().keySet(), dump.applied().keySet()));
        missing.addAll(without(owed.registers(), dump.registers().keySet()));
        missing.addAll(without(owed.entities(), dump.entities().keySet()));
        missing.addAll(without(owed.invariants(), dump.invariants().keySet()));
        missing.addAll(without(owed.asked().keySet(), dump.asked().keySet()));
        missing.addAll(without(owed.counted().keySet(), dump.counted().keySet()));
        missing.addAll(without(owed.kept(), dump.kept().keySet()));
        missing.addAll(without(owed.effects(), dump.effects().keySet()));
        return missing;
    }

    private static List<String> without(Collection<String> owed, Collection<String> there) {
        return owed.stream().filter(name -> !there.contains(name)).toList();
    }

    private void complete(StateDump dump, List<StateDump> dumps, Inquiry inquiry) {
        if (dump.complete()) {
            missing(dump).forEach(name -> inquiry.gap("the dump " + dump.name() + " has no " + name));
            dumps.add(dump);
        } else {
            inquiry.gap("the dump " + dump.name() + " is incomplete: " + dump.reason());
        }
    }

    /** Whether a system has been given all existing data; the one that the data come from always has. */
    public boolean holdsEverything(StateDump dump) {
        return dump.system().equals(obligations().rollbackSystem()) || bootstrapped();
    }

    /** Whether the first copy of existing data ended, if the plan has one. */
    public boolean bootstrapped() {
        return !obligations().bootstrap()
                || evidence.events(StepEvent.Ended.class).anyMatch(step -> step.step() == Step.BOOTSTRAP);
    }

    /** An operation for a person: everything a counter-example needs to be followed up. */
    public Map<String, Object> describe(int index) {
        Operation o = history().operation(index);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("operation", o.id());
        details.put("kind", kind(o.kind()));
        details.put("key", evidence.key(o.key()));
        details.put("outcome", o.outcome().name());
        details.put("phase", phase(o.phaseInvoked()));
        details.put("invokedNs", o.invokedNs());
        details.put("endedNs", o.endedNs());
        details.put("servedBy", history().servedBy(index).name());
        details.put("version", o.version());
        details.put("attempts", o.attempts());
        details.put("faultMask", o.faultMask());
        return details;
    }

    /** What an operation of the history is. */
    public Manifest.Kind kindOf(int operation) {
        return evidence.manifest().kinds().get(history().kind(operation));
    }

    public String kind(int index) {
        return index < evidence.manifest().kinds().size()
                ? evidence.manifest().kinds().get(index).name()
                : "kind " + index;
    }

    public String phase(int index) {
        return index >= 0 && index < evidence.manifest().phases().size()
                ? evidence.manifest().phases().get(index)
                : "phase " + index;
    }

    /** Whether every operation has an id of its own, so that ledger rows can be told apart. */
    public boolean distinct() {
        return operations.get().distinct();
    }

    private LongIndex operations() {
        return operations.get().index();
    }

    /** What is derived when it is first asked for. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> deriving;
        private @Nullable T derived;

        Once(Supplier<T> deriving) {
            this.deriving = deriving;
        }

        @Override
        public T get() {
            T known = derived;
            if (known == null) {
                known = deriving.get();
                derived = known;
            }
            return known;
        }
    }
}
