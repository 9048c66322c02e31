package dev.cutover.judge.property;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.judge.facts.Quiescence;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.evidence.Update;
import dev.cutover.record.run.Manifest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Violated by a row in a final state that was made neither by the last acknowledged update of its key nor by a later one. */
public final class NoUpdateLost implements Checker {

    @Override
    public String title() {
        return "Every acknowledged update from outside reached both systems";
    }

    @Override
    public boolean owed(Manifest manifest) {
        return manifest.obligations().updated() != null;
    }

    @Override
    public Set<EvidencePart> needs() {
        return Set.of(EvidencePart.EVENTS, EvidencePart.UPDATES);
    }

    @Override
    public void check(Facts facts, Inquiry inquiry) {
        String entity = facts.obligations().updated();
        if (entity != null && Quiescence.proven(facts, inquiry)) {
            SortedMap<String, List<Update>> byKey = facts.evidence().updates().stream()
                    .collect(Collectors.groupingBy(Update::key, TreeMap::new, Collectors.toList()));
            facts.finalDumps(inquiry).forEach(dump -> check(dump, entity, byKey, inquiry));
        }
    }

    private static void check(StateDump dump, String entity, Map<String, List<Update>> updates, Inquiry inquiry) {
        if (!dump.entities().containsKey(entity)) {
            inquiry.gap("the dump " + dump.name() + " has no " + entity);
            return;
        }
        Map<String, String> texts = dump.texts(entity);
        updates.forEach((key, ofKey) -> ofKey.stream()
                .filter(Update::acknowledged)
                .max(Comparator.comparingLong(Update::sequence))
                .ifPresent(last -> {
                    inquiry.examined(1);
                    String found = texts.getOrDefault(key, "nothing");
                    boolean explained = ofKey.stream()
                            .anyMatch(update -> update.sequence() >= last.sequence()
                                    && update.text().equals(found));
                    if (!explained) {
                        violation(dump, entity + " " + key, last, found, inquiry);
                    }
                }));
    }

    private static void violation(StateDump dump, String row, Update last, String found, Inquiry inquiry) {
        inquiry.violation(
                "the update of " + row + " to " + last.text() + " was acknowledged, but " + dump.system() + " has "
                        + found,
                () -> Map.of("row", row, "update", last.sequence(), "expected", last.text(), dump.system(), found));
    }
}
