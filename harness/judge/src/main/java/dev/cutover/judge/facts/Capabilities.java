package dev.cutover.judge.facts;

import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport.NotExamined;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        List<String> missing = new ArrayList<>();
        List<Manifest.Kind> writes =
                manifest.kinds().stream().filter(Manifest.Kind::write).toList();
        if (writes.isEmpty()) {
            missing.add("no operation of the load writes");
        }
        obligations.reads().forEach((system, reads) -> writes.stream()
                .filter(kind -> !reads.shows(kind))
                .forEach(kind -> missing.add("nothing read of " + system + " shows operation " + kind.name())));
        if (manifest.has(Role.TRANSFER)) {
            obligations.reads().forEach((system, reads) -> {
                if (reads.totals().isEmpty()) {
                    missing.add("nothing is summed up in " + system + ", so what transfers move may be lost there");
                }
            });
        }
        if (manifest.has(Role.EFFECT) && obligations.effects() == null) {
            missing.add("no record of the effects outside is read");
        }
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
        return missing;
    }

    private static boolean comparable(Obligations obligations) {
        List<Reads> all = List.copyOf(obligations.reads().values());
        return all.size() > 1
                && all.stream().skip(1).allMatch(other -> shared(all.getFirst(), other, reads -> reads.applied()
                                .keySet())
                        || shared(all.getFirst(), other, Reads::registers)
                        || shared(all.getFirst(), other, Reads::entities));
    }

    private static boolean shared(Reads one, Reads other, Function<Reads, Collection<String>> names) {
        return names.apply(one).stream().anyMatch(names.apply(other)::contains);
    }

    private static List<NotExamined> notExamined(Manifest manifest) {
        Obligations obligations = manifest.obligations();
        List<NotExamined> left = new ArrayList<>();
        if (none(obligations, reads -> !reads.applied().isEmpty())) {
            left.add(new NotExamined("no-duplicate, no-phantom, order-per-key", "no rows with operations are read"));
        }
        if (none(obligations, reads -> !reads.registers().isEmpty())) {
            left.add(new NotExamined("last-write", "no register is read"));
        }
        if (!obligations.versions()) {
            left.add(new NotExamined("freshness", "no answer gives the version of its key"));
        }
        if (!obligations.servedBy()) {
            left.add(new NotExamined("routing", "no answer names who gave it"));
        }
        if (obligations.updated() == null) {
            left.add(new NotExamined("no-update-lost", "nothing is published from outside"));
        }
        if (obligations.effects() == null && !manifest.has(Role.EFFECT)) {
            left.add(new NotExamined("side-effects", "no operation has an effect outside"));
        }
        if (none(obligations, reads -> !reads.totals().isEmpty()) && !manifest.has(Role.TRANSFER)) {
            left.add(new NotExamined("conservation", "nothing is summed up"));
        }
        if (none(obligations, reads -> !reads.invariants().isEmpty())) {
            left.add(new NotExamined("invariants", "none is declared"));
        }
        if (!obligations.comparing()) {
            left.add(new NotExamined("comparisons", "the bridge is not asked for the answers that it compared"));
        }
        if (!obligations.deadLetters()) {
            left.add(new NotExamined("dead-letters", "no place is named where they lie"));
        }
        return left;
    }

    private static boolean none(Obligations obligations, Predicate<Reads> what) {
        return obligations.reads().values().stream().noneMatch(what);
    }
}
