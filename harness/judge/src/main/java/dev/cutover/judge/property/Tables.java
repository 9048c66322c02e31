package dev.cutover.judge.property;

import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Reads;
import java.util.function.Predicate;

/** What a plan reads of the systems. */
final class Tables {
    private Tables() {}

    /** Whether any system's tables are read. */
    static boolean read(Manifest manifest) {
        return any(manifest, reads -> !reads.applied().isEmpty());
    }

    static boolean any(Manifest manifest, Predicate<Reads> what) {
        return manifest.obligations().reads().values().stream().anyMatch(what);
    }
}
