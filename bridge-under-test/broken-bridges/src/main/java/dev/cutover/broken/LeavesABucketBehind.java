package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;

/** A bridge whose last bucket stays on old when all of them move. */
public final class LeavesABucketBehind {
    private static final int LAST = 63;

    private LeavesABucketBehind() {}

    public static void main(String[] args) {
        Bridge.run(LeavesABucketBehind::variant);
    }

    static Parts variant(Parts parts) {
        return StaysOnOld.variant(parts, exchange -> exchange.bucket() == LAST);
    }
}
