package dev.cutover.judge.facts;

import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.Manifest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pure function from facts to a finding. An accusation must be true in every execution that fits the evidence; in doubt nobody is accused. */
public interface Checker {

    /** The property, in one sentence. */
    String title();

    /** Whether such a run has to have this property. */
    default boolean owed(Manifest manifest) {
        return true;
    }

    /** Why there is nothing in such evidence that could have this property or lack it; null if there is, or may be. */
    default @Nullable String nothingToExamine(Evidence evidence) {
        return null;
    }

    /** The parts of the evidence without which nothing can be said; it is not asked where one is absent or torn. */
    Set<EvidencePart> needs();

    /** Examines the facts and tells the inquiry what it saw; may throw, which counts as UNKNOWN. */
    void check(Facts facts, Inquiry inquiry);
}
