package dev.cutover.record.evidence;

import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything observed in a run, loaded and immutable: what the checkers judge. A part that is absent or torn is empty here, and named in
 * {@code damage}: who needs it must not conclude anything from its being empty.
 *
 * @param name the run directory's name
 * @param keys the keys' own texts, in the order of the numbers from 1 that the journal knows them by; empty where those are the keys
 * @param dumps by name, such as {@code old-final}; an incomplete one has no rows
 * @param initialTotals the sums taken after seeding
 * @param totals the sums taken again and again during the run
 * @param initialCounts how many rows keys had before the first operation, by name
 * @param asked what operations asked for, in canonical texts, by their ids
 * @param contents what reads were answered, where the plan wants it compared
 * @param effects the records of calls for effects, by the effect's name
 * @param streams the topics between the systems, by the stream's name
 * @param updates what was published to both systems from outside
 * @param comparisons the bridge's own account of its comparisons
 * @param injector the injector's own health
 * @param deadLetters how many changes could not be applied
 * @param damage what is absent or torn, and why, in one sentence each
 */
public record Evidence(
        String name,
        Manifest manifest,
        History history,
        List<LogEntry> log,
        List<String> keys,
        SortedMap<String, StateDump> dumps,
        SortedMap<String, BigDecimal> initialTotals,
        List<TotalRead> totals,
        SortedMap<String, Map<Long, Long>> initialCounts,
        Map<Long, String> asked,
        List<Content> contents,
        SortedMap<String, List<EffectCall>> effects,
        SortedMap<String, StreamLog> streams,
        List<Update> updates,
        @Nullable Comparisons comparisons,
        @Nullable InjectorHealth injector,
        long deadLetters,
        SortedMap<EvidencePart, String> damage) {

    public Evidence {
        log = List.copyOf(log);
        keys = List.copyOf(keys);
        dumps = Collections.unmodifiableSortedMap(new TreeMap<>(dumps));
        initialTotals = Collections.unmodifiableSortedMap(new TreeMap<>(initialTotals));
        totals = List.copyOf(totals);
        initialCounts = Collections.unmodifiableSortedMap(new TreeMap<>(initialCounts));
        asked = Collections.unmodifiableMap(asked);
        contents = List.copyOf(contents);
        effects = Collections.unmodifiableSortedMap(new TreeMap<>(effects));
        streams = Collections.unmodifiableSortedMap(new TreeMap<>(streams));
        updates = List.copyOf(updates);
        damage = Collections.unmodifiableSortedMap(new TreeMap<>(damage));
    }

    public Obligations obligations() {
        return manifest.obligations();
    }

    /** A key as people know it, by the number that the journal has; the number itself where that is all there is. */
    public String key(long number) {
        return number >= 1 && number <= keys.size() ? keys.get((int) number - 1) : Long.toString(number);
    }

    /** The key of an operation of the history, as people know it. */
    public String keyOf(int operation) {
        return key(history.key(operation));
    }

    /** Whether a part was read, and is what it was when the run ended. */
    public boolean has(EvidencePart part) {
        return !damage.containsKey(part);
    }

    /** The events of one type, in the order they were recorded. */
    public <E extends Event> Stream<E> events(Class<E> type) {
        return log.stream().map(LogEntry::event).filter(type::isInstance).map(type::cast);
    }

    /** The events of one type with their times. */
    public Stream<LogEntry> entries(Class<? extends Event> type) {
        return log.stream().filter(entry -> type.isInstance(entry.event()));
    }

    /** The dump of a system at a moment, complete or not. */
    public Optional<StateDump> dump(String system, String moment) {
        return Optional.ofNullable(dumps.get(system + "-" + moment));
    }

    /** Every state of a system that was read, complete or not, in order of time. */
    public List<StateDump> statesOf(String system) {
        return dumps.values().stream()
                .filter(dump -> dump.system().equals(system))
                .sorted(Comparator.comparingLong(StateDump::invokedNs))
                .toList();
    }

    /** The dumps of a system at every declared rollback, in order. */
    public List<StateDump> rollbackDumps() {
        String prefix = obligations().rollbackSystem() + "-rollback";
        return dumps.values().stream()
                .filter(dump -> dump.name().equals(prefix) || dump.name().startsWith(prefix + "-"))
                .sorted(Comparator.comparingLong(StateDump::invokedNs))
                .toList();
    }
}
