package dev.cutover.judge.facts;

import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.Obligations;
import java.util.Set;

/** A pure function from facts to a finding. An accusation must be true in every execution that fits the evidence; in doubt nobody is accused. */
public interface Checker {

    /** The property, in one sentence. */
    String title();

    /** Whether a run with these obligations has to have this property. */
    default boolean owed(Obligations obligations) {
        return true;
    }

    /** The parts of the evidence without which nothing can be said; it is not asked where one is absent or torn. */
    Set<EvidencePart> needs();

    /** Examines the facts and tells the inquiry what it saw; may throw, which counts as UNKNOWN. */
    void check(Facts facts, Inquiry inquiry);
}
