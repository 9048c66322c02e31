package dev.cutover.rehearse.plan;

import dev.cutover.record.dump.Texts;

/** What the evidence holds of the rows that are read. */
public enum EvidenceForm {
    /** Their texts, so that a counter-example can be read. */
    VALUES,
    /** Salted hashes of their texts, beside their keys: whether two systems agree can still be judged. */
    HASHES;

    /** For one run. */
    public Texts texts() {
        return switch (this) {
            case VALUES -> Texts.AS_THEY_ARE;
            case HASHES -> Texts.hashed();
        };
    }
}
