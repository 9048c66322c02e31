package dev.cutover.judge.facts;

import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport.NotExamined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a run can show at best, known before anything is started. Leaving something out of a plan never reads as a pass: what core properties
 * need and is not read makes GO impossible; what is merely not owed is told.
 *
 * @param shortOfGo what is missing for GO, one sentence each; empty if GO is possible
 * @param notExamined what nothing in the plan asks for
 */
public record Capabilities(List<String> shortOfGo, List<NotExamined> notExamined) {
    private static final String ROWS = "no-acknowledged-loss, no-duplicate, no-phantom, order-per-key";

    public Capabilities {
        shortOfGo = List.copyOf(shortOfGo);
        notExamined = List.copyOf(notExamined);
    }

    public static Capabilities of(Manifest manifest) {
        return new Capabilities(shortOfGo(manifest), notExamined(manifest));
    }

    /** The best verdict that such a run can have. */
    public Verdict best() {
        return shortOfGo.isEmpty() ? Verdict.GO : Verdict.INCONCLUSIVE;
    }

    private static List<String> shortOfGo(Manifest manifest) {
        Obligations obligations = manifest.obligations();
        List<String> missing = new ArrayList<>(unseen(manifest));
        manifest.kinds().stream()
                .filter(kind -> kind.role() == Role.EFFECT && !obligations.recordsEffectOf(kind.name()))
                .forEach(kind -> missing.add("no record of the effects outside is read for operation " + kind.name()));
        if (!comparable(obligations)) {
            missing.add("no table, register or entity is read of two systems, so they cannot be compared");
        }
        if (obligations.streams().isEmpty()) {
            missing.add("no sentinel proves that everything has come to rest");
        }
        if (obligations.rollbacks() == 0) {
            missing.add("no phase is a rollback");
        } else if (!obligations.reads().containsKey(obligations.rollbackSystem())) {
            missing.add("nothing is read of " + obligations.rollbackSystem() + ", which a rollback goes back to");
        }
        obligations.hazards().keySet().forEach(hazard -> {
            String why = impossible(hazard, manifest);
            if (!why.isEmpty()) {
                missing.add("hazard " + hazard.text() + " must occur, but " + why);
            }
        });
        return missing;
    }

    /** Why a hazard can never be seen in such a run; empty if it may be. */
    private static String impossible(Hazard hazard, Manifest manifest) {
        Obligations obligations = manifest.obligations();
        return switch (hazard) {
            case WRITE_INSIDE_THE_COPY -> obligations.bootstrap() ? "" : "no phase copies existing data";
            case FAULT_INSIDE_THE_COPY, FAULT_DURING_A_MOVE ->
                obligations.faults().isEmpty() ? "no fault is planned" : "";
            case REQUEST_LOST ->
                read(obligations, Reads::applied, Map::isEmpty) ? "" : "no rows with operations are read";
            case LONG_TEXT_ON_EACH_SIDE ->
                read(obligations, Reads::asked, Map::isEmpty) ? "" : "nothing read says what was asked for";
            case READ_BESIDE_A_WRITE, READ_BACK_AFTER_A_ROLLBACK -> manifest.has(Role.READ) ? "" : "no operation reads";
            case IN_FLIGHT_AT_A_MOVE,
                    RETRY_ACROSS_A_MOVE,
                    ACKNOWLEDGEMENT_LOST,
                    ASKED_AGAIN,
                    WRITE_REFUSED,
                    CONCURRENT_ON_A_KEY,
                    WRITTEN_ON_BOTH_SIDES,
                    WRITTEN_AFTER_A_ROLLBACK -> "";
        };
    }

    /** What operations do that nothing shows, system by system. */
    private static List<String> unseen(Manifest manifest) {
        List<String> unseen = new ArrayList<>();
        if (manifest.kinds().stream().noneMatch(Manifest.Kind::write)) {
            unseen.add("no operation of the load writes");
        }
        manifest.obligations().reads().forEach((system, reads) -> {
            manifest.kinds().stream()
                    .filter(kind -> kind.write() && !reads.shows(kind))
                    .forEach(kind -> unseen.add(
                            reads.onlyCounts(kind)
                                    ? "operation " + kind.name() + " is only counted in " + system
                                            + ", where a loss and a duplicate cancel out"
                                    : "nothing read of " + system + " shows operation " + kind.name()));
            if (manifest.has(Role.TRANSFER) && reads.totals().isEmpty()) {
                unseen.add("nothing is summed up in " + system + ", so what transfers move may be lost there");
            }
        });
        return unseen;
    }

    private static boolean comparable(Obligations obligations) {
        List<Reads> all = List.copyOf(obligations.reads().values());
        return all.size() > 1
                && all.stream()
                        .skip(1)
                        .allMatch(other -> shared(
                                        all.getFirst(),
                                        other,
                                        reads -> reads.applied().keySet())
                                || shared(all.getFirst(), other, Reads::registers)
                                || shared(all.getFirst(), other, Reads::entities));
    }

    private static boolean shared(Reads one, Reads other, Function<Reads, Collection<String>> names) {
        return names.apply(one).stream().anyMatch(names.apply(other)::contains);
    }

    private static List<NotExamined> notExamined(Manifest manifest) {
        Obligations owed = manifest.obligations();
        boolean transfers = manifest.has(Role.TRANSFER);
        boolean effects = !owed.effects().isEmpty() || manifest.has(Role.EFFECT);
        List<NotExamined> left = new ArrayList<>();
        unless(read(owed, Reads::applied, Map::isEmpty), left, ROWS, "no rows with operations are read");
        unless(read(owed, Reads::registers, List::isEmpty), left, "last-write", "no register is read");
        unless(read(owed, Reads::asked, Map::isEmpty), left, "as-asked", "nothing read says what was asked for");
        unless(owed.versions(), left, "freshness", "no answer gives the version of its key");
        boolean content =
                manifest.kinds().stream().anyMatch(kind -> !kind.content().isEmpty());
        unless(content, left, "content", "no read says what is the same at the same version");
        unless(owed.servedBy(), left, "routing", "no answer names who gave it");
        unless(owed.updated() != null, left, "no-update-lost", "nothing is published from outside");
        unless(effects, left, "side-effects", "no operation has an effect outside");
        boolean amounts = !effects || read(owed, Reads::effects, List::isEmpty);
        unless(amounts, left, "amounts of effects", "no system is asked what its effects were over");
        unless(transfers || read(owed, Reads::totals, List::isEmpty), left, "conservation", "nothing is summed up");
        boolean inBetween =
                read(owed, Reads::totals, List::isEmpty) && !read(owed, Reads::atEveryInstant, List::isEmpty);
        unless(!inBetween, left, "conservation in between", "no total is said to hold at every instant");
        unless(read(owed, Reads::invariants, List::isEmpty), left, "invariants", "none is declared");
        unless(read(owed, Reads::kept, List::isEmpty), left, "kept", "nothing is named that must never change");
        unless(owed.comparing(), left, "comparisons", "the bridge is not asked for the answers that it compared");
        unless(owed.deadLetters(), left, "dead-letters", "no place is named where they lie");
        unless(!owed.topics().isEmpty(), left, "streams", "no topic between the systems is read");
        owed.topics().forEach((name, topic) -> {
            unless(topic.echoes() != null, left, "echoes on " + name, "the plan does not say what share is right");
            unless(topic.atMost() != null, left, "repetition on " + name, "the plan does not say how much is right");
        });
        onOneSide(owed, left, "agreement of ", Reads::applied, "its rows are");
        onOneSide(owed, left, "as-asked of ", Reads::asked, "what is held of it is");
        return left;
    }

    /** What is read of one system only, though the other is read, too. */
    private static void onOneSide(
            Obligations owed,
            List<NotExamined> left,
            String property,
            Function<Reads, SortedMap<String, ?>> of,
            String what) {
        owed.reads()
                .forEach((system, reads) -> of.apply(reads).keySet().stream()
                        .filter(name -> owed.reads().values().stream()
                                .anyMatch(other -> !of.apply(other).containsKey(name)))
                        .forEach(name ->
                                left.add(new NotExamined(property + name, what + " read of " + system + " only"))));
    }

    private static void unless(boolean owed, List<NotExamined> left, String property, String because) {
        if (!owed) {
            left.add(new NotExamined(property, because));
        }
    }

    private static <T> boolean read(Obligations owed, Function<Reads, T> what, Predicate<T> empty) {
        return owed.reads().values().stream().map(what).anyMatch(empty.negate());
    }
}
