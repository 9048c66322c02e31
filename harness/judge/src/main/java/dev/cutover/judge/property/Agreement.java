package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.LedgerPair;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Violated by a key whose ledgers differ, in version, operation or order, between the final states of two systems that owe everything;
 * and by an entity whose canonical text differs or that only one of them has.
 */
public final class Agreement implements Checker {

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
            ledgers(dumps.getFirst(), dumps.get(i), inquiry);
            entities(dumps.getFirst(), dumps.get(i), inquiry);
        }
    }

    private static void ledgers(StateDump one, StateDump other, Inquiry inquiry) {
        LedgerPair pair = LedgerPair.of(one.ledger(), other.ledger());
        inquiry.examined(pair.size());
        for (int h = 0; h < pair.size(); h++) {
            int key = h;
            int position = pair.firstDifference(h);
            if (position != LedgerPair.NONE) {
                inquiry.violation(
                        "the ledgers of key " + pair.id(h) + " differ at row " + (position + 1) + ": "
                                + one.system() + " has " + pair.one().text(h, position) + ", " + other.system()
                                + " has "
                                + pair.other().text(h, position),
                        () -> Map.of(
                                "key",
                                pair.id(key),
                                "position",
                                position + 1,
                                one.system(),
                                pair.one().text(key, position),
                                other.system(),
                                pair.other().text(key, position)));
            }
        }
    }

    private static void entities(StateDump one, StateDump other, Inquiry inquiry) {
        TreeSet<String> names = new TreeSet<>(one.entities().keySet());
        names.addAll(other.entities().keySet());
        for (String name : names) {
            if (!one.entities().containsKey(name) || !other.entities().containsKey(name)) {
                inquiry.gap(name + " was read from only one of " + one.name() + " and " + other.name());
                continue;
            }
            Map<String, String> left = one.texts(name);
            Map<String, String> right = other.texts(name);
            TreeSet<String> keys = new TreeSet<>(left.keySet());
            keys.addAll(right.keySet());
            inquiry.examined(keys.size());
            for (String key : keys) {
                String here = left.getOrDefault(key, "nothing");
                String there = right.getOrDefault(key, "nothing");
                if (!here.equals(there)) {
                    inquiry.violation(
                            name + " " + key + " differs: " + one.system() + " has " + here + "; " + other.system()
                                    + " has " + there,
                            () -> Map.of("entity", name, "key", key, one.system(), here, other.system(), there));
                }
            }
        }
    }
}
