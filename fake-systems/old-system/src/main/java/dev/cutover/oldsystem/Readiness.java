package dev.cutover.oldsystem;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What still keeps the system from serving, by part. */
public final class Readiness {
    private final Map<String, String> waiting = new ConcurrentHashMap<>();

    /** The part is not ready, for this reason. */
    public void down(String part, String reason) {
        waiting.put(part, reason);
    }

    /** A new reason, if the part never was ready. */
    public void report(String part, String reason) {
        waiting.computeIfPresent(part, (name, before) -> reason);
    }

    /** The part is ready. */
    public void up(String part) {
        waiting.remove(part);
    }

    /** Whether the part is ready. */
    public boolean isUp(String part) {
        return !waiting.containsKey(part);
    }

    /** Every reason, or empty if the system can serve. */
    public Optional<String> reason() {
        Map<String, String> now = new TreeMap<>(waiting);
        return now.isEmpty() ? Optional.empty() : Optional.of(now.toString());
    }
}
