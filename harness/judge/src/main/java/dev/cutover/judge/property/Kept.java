package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Violated by a text that must never change, such as an identity, or a column that one system has alone, and was another when the system
 * was read before. A key that came or went in between accuses nobody. Needs no quiescence: at no time may it be anything else.
 */
public final class Kept implements Checker {

    @Override
    public String title() {
        return "What nobody may change stays what it is";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return Tables.any(manifest, reads -> !reads.kept().isEmpty());
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.EVENTS);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        for (StateDump last : facts.finalDumps(inquiry)) {
            List<StateDump> states = facts.evidence().statesOf(last.system());
            List<String> owed = facts.owes(last).kept();
            if (!owed.isEmpty()) {
                states.stream()
                        .filter(state -> !state.complete())
                        .forEach(
                                state -> inquiry.gap("the dump " + state.name() + " is incomplete: " + state.reason()));
            }
            owed.forEach(name -> keys(states, name, inquiry));
        }
    }

    private static void keys(List<StateDump> states, String name, Inquiry inquiry) {
        Map<String, String> before = new LinkedHashMap<>();
        for (StateDump state : states) {
            for (StateDump.Row row : state.kept().getOrDefault(name, List.of())) {
                String was = before.put(row.key(), row.text());
                if (was != null) {
                    inquiry.examined(1);
                    if (!was.equals(row.text())) {
                        changed(state, name, row, was, inquiry);
                    }
                }
            }
        }
    }

    private static void changed(StateDump state, String name, StateDump.Row row, String was, Inquiry inquiry) {
        inquiry.violation(
                name + " " + row.key() + " of " + state.system() + " was " + was + ", but is " + row.text() + " in "
                        + state.name(),
                () -> Map.of("kept", name, "key", row.key(), "dump", state.name(), "before", was, "after", row.text()));
    }
}
