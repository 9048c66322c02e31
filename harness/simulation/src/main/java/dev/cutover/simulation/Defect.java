package dev.cutover.simulation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be wrong with a simulated bridge or sync, called as the broken bridge of the reference with the same defect, if there is one. */
public enum Defect {
    SKIPS_THE_FENCE("authority", "no-acknowledged-loss", "rollback-complete", "agreement"),
    SKIPS_THE_MARKER("no-acknowledged-loss", "rollback-complete", "agreement"),
    AWAITS_THREE_PARTITIONS("no-acknowledged-loss", "rollback-complete", "agreement"),
    MOVES_WITHOUT_DRAINING("no-acknowledged-loss", "rollback-complete", "agreement"),
    FORGETS_EPOCHS("authority", "no-acknowledged-loss", "rollback-complete", "agreement"),
    KEEPS_ROUTING_IN_MEMORY("routing", "authority"),
    DECLARES_AT_ONCE("routing", "authority", "rollback-complete"),
    OK_ON_TIMEOUT("no-acknowledged-loss"),
    BLACK_HOLE("no-acknowledged-loss"),
    ASKS_THE_OTHER_SIDE("authority", "agreement", "side-effects"),
    FORGETS_OPERATION_IDS("no-duplicate"),
    READS_BY_COIN("routing", "freshness"),
    READS_STAY_ON_OLD("routing", "freshness"),
    ANSWERS_A_WRONG_VERSION("freshness"),
    REVERSES_TRANSFERS("as-asked"),
    WRITES_TO_BOTH("authority", "side-effects", "no-duplicate"),
    CHARGES_IN_SHADOW("side-effects"),
    OFFSET_BEFORE_APPLY("no-acknowledged-loss", "agreement"),
    APPLIES_WITHOUT_COMPARE("no-duplicate"),
    ECHOING_SYNC("no-duplicate"),
    SKIPS_ONE_IN_A_HUNDRED("no-acknowledged-loss", "rollback-complete", "agreement"),
    TEARS_TRANSACTIONS("conservation"),
    WIPES_KEPT("kept"),
    /** Right: once more under the same id, before the client is answered. */
    SENDS_AGAIN_ITSELF,
    /** Right: every first attempt of a move is aborted. */
    ABORTS_FIRST_ATTEMPTS,
    /** Right: the fence waits for what is in flight, and refuses what comes later. */
    LEAVES_REQUESTS_IN_FLIGHT;

    private final String caughtBy;

    Defect(String... caughtBy) {
        this.caughtBy = String.join(" ", caughtBy);
    }

    /** The checkers of which one must catch it; none for what is odd and right. */
    public List<String> caughtBy() {
        return caughtBy.isEmpty() ? List.of() : List.of(caughtBy.split(" ", -1));
    }

    /** As the command line spells it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is called so. */
    public static Defect named(String text) {
        return Stream.of(values())
                .filter(defect -> defect.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no defect is called '" + text + "'; defects: "
                        + String.join(
                                ", ", Stream.of(values()).map(Defect::text).toList())));
    }

    @Override
    public String toString() {
        return text();
    }
}
