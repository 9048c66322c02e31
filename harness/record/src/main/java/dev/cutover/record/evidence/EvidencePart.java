package dev.cutover.record.evidence;

import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;

/** What a run leaves behind to be judged by, dumps of states aside; whoever judges names the parts that it needs. */
public enum EvidencePart {
    JOURNAL("the journal"),
    EVENTS("events.jsonl"),
    EFFECTS("the record of effects"),
    STREAMS("the records of streams"),
    UPDATES("updates.jsonl"),
    COMPARISONS("comparisons.json"),
    INJECTOR_HEALTH("the injector's health"),
    INITIAL_TOTALS("the totals after seeding"),
    TOTALS("the totals during the run"),
    DEAD_LETTERS("dead-letters.jsonl"),
    ASKED("what operations asked for"),
    CONTENTS("what reads were answered"),
    INITIAL_COUNTS("the counts before the first operation"),
    /** That nothing else was changed or lost since the run ended. */
    CHECKSUMS("the run's checksums");

    private final String text;

    EvidencePart(String text) {
        this.text = text;
    }

    /** Whether a run owes it; else it may be absent. */
    public boolean owed(Manifest manifest) {
        Obligations obligations = manifest.obligations();
        return switch (this) {
            case JOURNAL, EVENTS, INJECTOR_HEALTH, CHECKSUMS -> true;
            case DEAD_LETTERS -> obligations.deadLetters();
            case EFFECTS -> !obligations.effects().isEmpty();
            case STREAMS -> !obligations.topics().isEmpty();
            case UPDATES -> obligations.updated() != null;
            case COMPARISONS -> obligations.comparing();
            case ASKED ->
                obligations.reads().values().stream()
                        .anyMatch(reads -> !reads.asked().isEmpty());
            case CONTENTS ->
                manifest.kinds().stream().anyMatch(kind -> !kind.content().isEmpty());
            case INITIAL_COUNTS ->
                obligations.reads().values().stream()
                        .anyMatch(reads -> !reads.counted().isEmpty());
            case TOTALS ->
                obligations.reads().values().stream()
                        .anyMatch(reads -> !reads.atEveryInstant().isEmpty());
            case INITIAL_TOTALS ->
                obligations.reads().values().stream()
                        .anyMatch(reads -> !reads.totals().isEmpty());
        };
    }

    /** For a sentence. */
    public String text() {
        return text;
    }
}
