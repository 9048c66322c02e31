package dev.cutover.reports.reading;

import java.util.Optional;

/**
 * A fault as it was.
 *
 * @param injectedNs 0 if it never was
 * @param healedNs 0 if it never was
 * @param verified whether it was proven active from outside; empty if nobody looked
 */
public record FaultRecord(
        String id,
        String fault,
        String target,
        String phase,
        long injectedNs,
        long healedNs,
        Optional<Boolean> verified,
        String evidence) {

    static FaultRecord judged(Json fault) {
        return new FaultRecord(
                fault.text("id"),
                fault.text("fault"),
                fault.text("target"),
                fault.text("phase"),
                fault.count("injectedNs").orElse(0),
                fault.count("healedNs").orElse(0),
                fault.flag("verified"),
                fault.text("evidence"));
    }

    static FaultRecord intended(LoggedEvent intent) {
        return new FaultRecord(
                intent.text("id"),
                intent.text("fault"),
                intent.text("target"),
                intent.text("phase"),
                0,
                0,
                Optional.empty(),
                intent.text("evidence"));
    }

    /** The same fault after one more event of its life. */
    FaultRecord after(LoggedEvent event) {
        return switch (event.text("state")) {
            case "injected" -> new FaultRecord(id, fault, target, phase, event.ns(), healedNs, verified, evidence);
            case "healed" -> new FaultRecord(id, fault, target, phase, injectedNs, event.ns(), verified, evidence);
            case "verified" -> looked(true, event.text("evidence"));
            case "not-verified" -> looked(false, event.text("evidence"));
            default -> this;
        };
    }

    private FaultRecord looked(boolean active, String seen) {
        return new FaultRecord(id, fault, target, phase, injectedNs, healedNs, Optional.of(active), seen);
    }

    public boolean proven() {
        return verified.orElse(false);
    }
}
