package dev.cutover.judge;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.property.Agreement;
import dev.cutover.judge.property.AsAsked;
import dev.cutover.judge.property.Authority;
import dev.cutover.judge.property.Conservation;
import dev.cutover.judge.property.CountPerKey;
import dev.cutover.judge.property.Freshness;
import dev.cutover.judge.property.Invariants;
import dev.cutover.judge.property.Kept;
import dev.cutover.judge.property.LastWrite;
import dev.cutover.judge.property.NoAcknowledgedLoss;
import dev.cutover.judge.property.NoDuplicate;
import dev.cutover.judge.property.NoPhantom;
import dev.cutover.judge.property.NoUpdateLost;
import dev.cutover.judge.property.OrderPerKey;
import dev.cutover.judge.property.Power;
import dev.cutover.judge.property.RollbackComplete;
import dev.cutover.judge.property.Routing;
import dev.cutover.judge.property.SameContent;
import dev.cutover.judge.property.SideEffects;
import dev.cutover.judge.property.Streams;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** All checkers by name, in the order of the report. */
public final class Checkers {
    private Checkers() {}

    /** Constructors by stable name. */
    public static Map<String, Supplier<Checker>> all() {
        Map<String, Supplier<Checker>> checkers = new LinkedHashMap<>();
        checkers.put("rollback-complete", RollbackComplete::new);
        checkers.put("no-acknowledged-loss", NoAcknowledgedLoss::new);
        checkers.put("no-duplicate", NoDuplicate::new);
        checkers.put("no-phantom", NoPhantom::new);
        checkers.put("order-per-key", OrderPerKey::new);
        checkers.put("last-write", LastWrite::new);
        checkers.put("freshness", Freshness::new);
        checkers.put("content", SameContent::new);
        checkers.put("routing", Routing::new);
        checkers.put("authority", Authority::new);
        checkers.put("agreement", Agreement::new);
        checkers.put("as-asked", AsAsked::new);
        checkers.put("kept", Kept::new);
        checkers.put("count-per-key", CountPerKey::new);
        checkers.put("streams", Streams::new);
        checkers.put("no-update-lost", NoUpdateLost::new);
        checkers.put("side-effects", SideEffects::new);
        checkers.put("conservation", Conservation::new);
        checkers.put("invariants", Invariants::new);
        checkers.put("power", Power::new);
        return Collections.unmodifiableMap(checkers);
    }
}
