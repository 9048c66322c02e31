package dev.cutover.chaos.faults;

import java.util.Map;

/** A fault that can be undone by another process, after a crash of this one. */
public interface Recoverable {

    /** What it takes, for the event that records the intent: {@code proxy} (name, admin address, pid, start) or {@code pid} and start. */
    Map<String, Object> undo();
}
