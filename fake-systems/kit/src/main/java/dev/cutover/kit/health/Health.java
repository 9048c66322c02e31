package dev.cutover.kit.health;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What keeps a system from serving, by part. */
public final class Health {
    private final Map<String, String> down = new ConcurrentHashMap<>();

    /** The part does not work, for this reason. */
    public void down(String part, String reason) {
        down.put(part, reason);
    }

    /** The part still does not work, now for this reason; changes nothing if it ever worked. */
    public void stillDown(String part, String reason) {
        down.replace(part, reason);
    }

    /** The part works. */
    public void up(String part) {
        down.remove(part);
    }

    /** Whether the part works. */
    public boolean isUp(String part) {
        return !down.containsKey(part);
    }

    /** Every part that does not work with its reason; empty if the system can serve. */
    public Optional<String> reason() {
        Map<String, String> now = new TreeMap<>(down);
        return now.isEmpty() ? Optional.empty() : Optional.of(now.toString());
    }
}
