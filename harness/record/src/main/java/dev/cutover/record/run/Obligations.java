package dev.cutover.record.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run owes by its plan; part of {@code manifest.json}, so a run can be judged without its plan.
 *
 * @param reads what is read of each system; each owes every acknowledged write in the end
 * @param rollbackSystem the system that owes every acknowledged write when a rollback is declared complete
 * @param rollbacks how many rollbacks the plan declares
 * @param bootstrap whether the plan copies existing data first
 * @param compared the kinds of operations whose answers the bridge compares in mode dual; none if the plan has nothing compared
 * @param canaries how many differences are planted, each of which it must report
 * @param streams whose sentinels must come out at the far end
 * @param effects the effects that operations have outside both systems, by name
 * @param topics the topics between the systems, by the stream's name
 * @param updated the entity whose acknowledged updates from outside both systems owe; null if there is none
 * @param keysNamed whether the keys' own texts are in {@code journal/keys.tsv}; else they are the numbers that the journal has
 * @param versions whether answers give the version of their key
 * @param servedBy whether answers name who gave them
 * @param deadLetters whether changes that could not be applied are kept where they can be read
 * @param faults ids of all planned faults
 * @param losses whether the faults must have left operations unknown, or made clients try again
 * @param hazards how often, at least, dangerous situations must have occurred
 */
public record Obligations(
        Map<String, Reads> reads,
        String rollbackSystem,
        int rollbacks,
        boolean bootstrap,
        List<String> compared,
        int canaries,
        List<String> streams,
        SortedMap<String, Effects> effects,
        SortedMap<String, Topic> topics,
        @Nullable String updated,
        boolean keysNamed,
        boolean versions,
        boolean servedBy,
        boolean deadLetters,
        List<String> faults,
        boolean losses,
        SortedMap<Hazard, Long> hazards,
        Limits limits) {

    public Obligations {
        reads = Collections.unmodifiableMap(new LinkedHashMap<>(reads));
        compared = List.copyOf(compared);
        streams = List.copyOf(streams);
        effects = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(effects, Collections.emptySortedMap())));
        topics = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(topics, Collections.emptySortedMap())));
        faults = List.copyOf(faults);
        hazards = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNullElse(hazards, Collections.emptySortedMap())));
        Objects.requireNonNull(rollbackSystem, "rollbackSystem");
        Objects.requireNonNull(limits, "limits");
        if (rollbacks < 0 || canaries < 0) {
            throw new IllegalArgumentException(
                    "rollbacks and canaries must be at least 0, found " + rollbacks + " and " + canaries);
        }
    }

    /** Whether the plan has a phase in which the bridge compares answers. */
    public boolean comparing() {
        return !compared.isEmpty();
    }

    /** The systems whose final state owes every acknowledged write. */
    public List<String> systems() {
        return List.copyOf(reads.keySet());
    }

    /** What is read of a system; nothing of one that the plan does not observe. */
    public Reads of(String system) {
        return reads.getOrDefault(system, Reads.NOTHING);
    }

    /** Whether operations of a kind have an effect that is recorded. */
    public boolean recordsEffectOf(String kind) {
        return effects.values().stream().anyMatch(effect -> effect.of().contains(kind));
    }

    /**
     * A topic that carries what one system accepted to the other, a record or more for each operation.
     *
     * @param of the kinds of operations that it carries
     * @param from the system whose accepted operations they are
     * @param log what was read of it, below {@code observed/}
     * @param ordered whether the records of a key come in the order of its versions
     * @param echoes the share of the operations named that the system need not have accepted itself; null if any may be
     * @param atMost how many records there may be for each operation named, on the whole; null if any number
     */
    public record Topic(
            List<String> of,
            String from,
            String log,
            boolean ordered,
            @Nullable Double echoes,
            @Nullable Double atMost) {
        public Topic {
            of = List.copyOf(of);
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(log, "log");
        }
    }

    /**
     * Effects outside both systems, each caused by exactly one operation of these kinds.
     *
     * @param log the record of them, below {@code observed/}
     * @param oncePerSubject whether what one operation did for a subject no other may do again
     * @param idempotent whether several calls for one operation have one effect
     */
    public record Effects(List<String> of, String log, boolean oncePerSubject, boolean idempotent) {
        public Effects {
            of = List.copyOf(of);
            Objects.requireNonNull(log, "log");
        }
    }
}
