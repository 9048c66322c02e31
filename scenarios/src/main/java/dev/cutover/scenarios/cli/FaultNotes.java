package dev.cutover.scenarios.cli;

import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.rehearse.Progress;
import java.util.function.Consumer;

/** Tells whoever watches what happens to faults. */
record FaultNotes(Progress progress) implements Consumer<LogEntry> {

    @Override
    public void accept(LogEntry entry) {
        if (entry.event() instanceof FaultEvent fault) {
            switch (fault) {
                case FaultEvent.Verified seen -> note(seen, "verified");
                case FaultEvent.NotVerified seen -> note(seen, "not-verified");
                case FaultEvent.Healed seen -> note(seen, "healed");
                case FaultEvent.HealFailed seen -> note(seen, "heal-failed");
                case FaultEvent.Intended unused -> {}
                case FaultEvent.Injected unused -> {}
            }
        }
    }

    private void note(FaultEvent fault, String what) {
        progress.note("fault %s on %s: %s".formatted(fault.fault(), fault.target(), what));
    }
}
