package dev.cutover.judge.property;

import dev.cutover.judge.facts.Chance;
import dev.cutover.judge.facts.Course.Epoch;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.event.RoutingMode;
import java.util.Map;

/**
 * Whether the keys of a split are on new in the proportion that was asked for. Keys count, not operations, so hot
 * ones do not weigh more;
 * a key that nobody is known to have served may be on either side; and a bridge may move whole buckets, of which a
 * sixty-fourth is on new or not.
 * Which keys are asked for has nothing to do with where they are, so their number on new is at most as scattered as
 * that of coins.
 */
final class SplitShare {
    private static final double BUCKETS = 64;
    private static final double ALL_BUT_IMPOSSIBLE = 1e-9;

    private final Epoch epoch;
    private long keys;
    private long onOld;
    private long onNew;

    SplitShare(Epoch epoch) {
        this.epoch = epoch;
    }

    /** One more key had an operation in this epoch. */
    void asked() {
        keys++;
    }

    /** One more key was served. */
    void served(boolean byNew) {
        if (byNew) {
            onNew++;
        } else {
            onOld++;
        }
    }

    void judge(Inquiry inquiry) {
        if (epoch.mode() != RoutingMode.SPLIT || !(epoch.newShare() >= 0 && epoch.newShare() <= 1)) {
            return;
        }
        inquiry.examined(1);
        double low = Math.floor(BUCKETS * epoch.newShare()) / BUCKETS;
        double high = Math.ceil(BUCKETS * epoch.newShare()) / BUCKETS;
        if (Chance.ofAtMost(keys - onOld, keys, low) < ALL_BUT_IMPOSSIBLE) {
            violation("at most " + (keys - onOld), inquiry);
        } else if (Chance.ofAtLeast(onNew, keys, high) < ALL_BUT_IMPOSSIBLE) {
            violation("at least " + onNew, inquiry);
        }
    }

    private void violation(String found, Inquiry inquiry) {
        inquiry.violation(
                "in mode " + epoch.text() + " " + found + " of " + keys + " keys are on new",
                () -> Map.of("newShare", epoch.newShare(), "keys", keys, "seenOnOld", onOld, "seenOnNew", onNew));
    }
}
