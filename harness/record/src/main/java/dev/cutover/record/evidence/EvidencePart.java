package dev.cutover.record.evidence;

/** What a run leaves behind to be judged by, dumps of states aside; whoever judges names the parts that it needs. */
public enum EvidencePart {
    JOURNAL("the journal"),
    EVENTS("events.jsonl"),
    EFFECTS("the third party's record of effects"),
    UPDATES("updates.jsonl"),
    COMPARISONS("comparisons.json"),
    INJECTOR_HEALTH("the injector's health"),
    INITIAL_TOTALS("the totals after seeding"),
    DEAD_LETTERS("dead-letters.jsonl"),
    /** That nothing else was changed or lost since the run ended. */
    CHECKSUMS("the run's checksums");

    private final String text;

    EvidencePart(String text) {
        this.text = text;
    }

    /** For a sentence. */
    public String text() {
        return text;
    }
}
