package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerPair;
import dev.cutover.judge.facts.LedgerRows;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Violated by a key whose rows differ between the final states of two systems that owe everything: the operations that left them, their
 * versions where both give them, their order where both know it; by a register with different writers; and by an entity whose canonical text
 * differs or that only one of them has. What is read of only one is not compared; something must be.
 */
public final class Agreement implements Checker {
    private static final String NOTHING = "nothing";
    private static final long NOBODY = -1;

    @Override
    public String title() {
        return "After everything has come to rest, both systems say the same";
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.EVENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        boolean quiescent = Quiescence.proven(facts, inquiry);
        List<StateDump> dumps = facts.finalDumps(inquiry);
        if (dumps.size() < 2) {
            inquiry.gap("there are no two final states to compare");
        }
        if (!quiescent) {
            return;
        }
        for (int i = 1; i < dumps.size(); i++) {
            StateDump one = dumps.getFirst();
            StateDump other = dumps.get(i);
            boolean tables = tables(facts, facts.tables(one), facts.tables(other), inquiry);
            boolean registers = tables(facts, facts.registers(one), facts.registers(other), inquiry);
            if (!entities(one, other, inquiry) && !tables && !registers) {
                inquiry.gap("nothing is read of both " + one.system() + " and " + other.system());
            }
        }
    }

    private static boolean tables(Facts facts, List<LedgerRows> ones, List<LedgerRows> others, Inquiry inquiry) {
        boolean compared = false;
        for (LedgerRows one : ones) {
            for (LedgerRows other : others) {
                if (one.table().equals(other.table())) {
                    compared = true;
                    rows(facts, one, other, inquiry);
                }
            }
        }
        return compared;
    }

    private static void rows(Facts facts, LedgerRows one, LedgerRows other, Inquiry inquiry) {
        LedgerPair pair = LedgerPair.of(one, other);
        inquiry.examined(pair.size());
        for (int h = 0; h < pair.size(); h++) {
            int key = h;
            int position = pair.firstDifference(h);
            if (position != LedgerPair.NONE) {
                String here = pair.one().text(h, position);
                String there = pair.other().text(h, position);
                String left = one.dump().system();
                String right = other.dump().system();
                inquiry.violation(
                        pair.id(key),
                        "the " + one.table() + " of key " + facts.evidence().key(pair.id(h)) + " differs at row "
                                + (position + 1) + ": " + left + " has " + here + ", " + right + " has " + there,
                        () -> Map.of(
                                "key",
                                facts.evidence().key(pair.id(key)),
                                "position",
                                position + 1,
                                left,
                                here,
                                right,
                                there));
            }
        }
    }

    private static boolean entities(StateDump one, StateDump other, Inquiry inquiry) {
        TreeSet<String> names = new TreeSet<>(one.entities().keySet());
        names.retainAll(other.entities().keySet());
        names.forEach(name -> entity(one, other, name, inquiry));
        return !names.isEmpty();
    }

    private static void entity(StateDump one, StateDump other, String name, Inquiry inquiry) {
        Map<String, String> left = one.texts(name);
        // Mostly both have the same rows in the same order.
        boolean same = Objects.equals(one.entities().get(name), other.entities().get(name));
        Map<String, String> right = same ? left : other.texts(name);
        inquiry.examined(left.size());
        SortedSet<String> different = new TreeSet<>();
        left.forEach((key, text) -> {
            if (!text.equals(right.getOrDefault(key, NOTHING))) {
                different.add(key);
            }
        });
        right.forEach((key, text) -> {
            if (!left.containsKey(key)) {
                inquiry.examined(1);
                different.add(key);
            }
        });
        if (different.isEmpty()) {
            return;
        }
        Map<String, Long> owners = one.owners(name);
        Map<String, Long> others = other.owners(name);
        for (String key : different) {
            String here = left.getOrDefault(key, NOTHING);
            String there = right.getOrDefault(key, NOTHING);
            inquiry.violation(
                    owners.getOrDefault(key, others.getOrDefault(key, NOBODY)),
                    name + " " + key + " differs: " + one.system() + " has " + here + "; " + other.system() + " has "
                            + there,
                    () -> Map.of("entity", name, "key", key, one.system(), here, other.system(), there));
        }
    }
}
