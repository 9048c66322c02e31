package dev.cutover.chaos.fault;

import dev.cutover.record.event.FaultEvent;

/** A fault that can be undone by another process, after a crash of this one. */
public interface Recoverable {

    /** What it takes, for the event that records the intent: {@code proxy} (name, admin address, pid, startTicks) or {@code pid} and {@code startTicks}. */
    FaultEvent.Undo undo();
}
