package dev.cutover.judge.property;

import dev.cutover.judge.facts.Capabilities;
import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.judge.hazard.Hazards;
import dev.cutover.judge.hazard.Touched;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.History;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the run could have shown a violation at all. Nobody can violate it: what is missing makes it UNKNOWN, and with it the verdict
 * INCONCLUSIVE. Missing is: what the plan would have to read for GO ({@link Capabilities}), enough acknowledged operations in a phase, any of a kind, a planned fault that was seen to be active and healed,
 * and that touched an operation, a lost answer in spite of faults that lose answers, a hazard that must have occurred ({@link Hazards}), a
 * sentinel, a whole state, the end of the run.
 */
public final class Power implements Checker {

    @Override
    public String title() {
        return "The run examined enough to be believed";
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of();
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        facts.evidence().damage().forEach((part, why) -> whole(facts.evidence().manifest(), part, why, inquiry));
        Capabilities.of(facts.evidence().manifest()).shortOfGo().forEach(inquiry::gap);
        phases(facts, inquiry);
        kinds(facts, inquiry);
        faults(facts, inquiry);
        touched(facts, inquiry);
        losses(facts, inquiry);
        hazards(facts, inquiry);
        Quiescence.proven(facts, inquiry);
        facts.finalDumps(inquiry);
        facts.rollbackDumps(inquiry);
        if (facts.evidence().events(RunEvent.Ended.class).findAny().isEmpty()) {
            inquiry.gap("the run did not come to its end");
        }
    }

    /** Parts that nobody owes may be absent. */
    private static void whole(Manifest manifest, EvidencePart part, String why, Inquiry inquiry) {
        if (part.owed(manifest)) {
            inquiry.gap(why);
        }
    }

    private static void phases(Facts facts, Inquiry inquiry) {
        History history = facts.history();
        List<String> phases = facts.evidence().manifest().phases();
        long[] ok = new long[1 << Byte.SIZE];
        for (int i = 0; i < history.size(); i++) {
            if (history.ok(i)) {
                ok[Byte.toUnsignedInt((byte) history.phaseInvoked(i))]++;
            }
        }
        long least = facts.obligations().limits().acknowledgedPerPhase();
        for (int phase = 0; phase < phases.size(); phase++) {
            inquiry.examined(1);
            if (ok[phase] < least) {
                inquiry.gap("phase " + phases.get(phase) + " has " + ok[phase] + " acknowledged operations, needs "
                        + least);
            }
        }
    }

    private static void kinds(Facts facts, Inquiry inquiry) {
        History history = facts.history();
        boolean[] seen = new boolean[1 << Byte.SIZE];
        for (int i = 0; i < history.size(); i++) {
            seen[history.kind(i)] |= history.ok(i);
        }
        for (int kind = 0; kind < facts.evidence().manifest().kinds().size(); kind++) {
            inquiry.examined(1);
            if (!seen[kind]) {
                inquiry.gap("no operation of kind " + facts.kind(kind) + " was acknowledged");
            }
        }
    }

    private static void faults(Facts facts, Inquiry inquiry) {
        Set<String> planned = new TreeSet<>(facts.obligations().faults());
        Set<String> verified = new TreeSet<>();
        Set<String> healed = new TreeSet<>();
        facts.evidence().events(FaultEvent.class).forEach(event -> planned.add(event.id()));
        facts.evidence().events(FaultEvent.Verified.class).forEach(event -> verified.add(event.id()));
        facts.evidence().events(FaultEvent.Healed.class).forEach(event -> healed.add(event.id()));
        inquiry.examined(planned.size());
        planned.forEach(id -> {
            if (!verified.contains(id)) {
                inquiry.gap("fault " + id + " was never seen to be active");
            } else if (!healed.contains(id)) {
                inquiry.gap("fault " + id + " was never seen to be healed");
            }
        });
    }

    /** Every fault: that operations ran meanwhile is the least, wherever it was. Where no rate is owed, none need be under way at any time. */
    private static void touched(Facts facts, Inquiry inquiry) {
        if (facts.obligations().limits().operationsPerSecond() == 0) {
            return;
        }
        Touched.faults(facts).forEach(fault -> {
            Long operations = fault.touched();
            if (operations != null && operations == 0) {
                inquiry.gap("no operation was under way while fault " + fault.id() + " was active");
            }
        });
    }

    private static void hazards(Facts facts, Inquiry inquiry) {
        if (facts.obligations().hazards().isEmpty()) {
            return;
        }
        Hazards.of(facts).stream().filter(one -> one.required() > 0).forEach(one -> {
            inquiry.examined(1);
            if (!one.enough()) {
                String seen = one.seen() == null ? " cannot be counted" : " occurred " + one.seen() + " times";
                inquiry.gap("hazard " + one.hazard().text() + seen + ", needs " + one.required());
            }
        });
    }

    private static void losses(Facts facts, Inquiry inquiry) {
        Obligations obligations = facts.obligations();
        History history = facts.history();
        if (!obligations.losses()) {
            return;
        }
        inquiry.examined(1);
        for (int i = 0; i < history.size(); i++) {
            if (history.unknown(i) || history.attempts(i) > 1) {
                return;
            }
        }
        inquiry.gap("the faults lose answers, but every operation was answered at its first attempt");
    }
}
