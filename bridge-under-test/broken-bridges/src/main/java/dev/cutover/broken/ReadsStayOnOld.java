package dev.cutover.broken;

import dev.cutover.bridge.Bridge;
import dev.cutover.bridge.Parts;

/** A bridge that sends writes to the owner of their bucket, and reads to old for ever. */
public final class ReadsStayOnOld {
    private ReadsStayOnOld() {}

    public static void main(String[] args) {
        Bridge.run(ReadsStayOnOld::variant);
    }

    static Parts variant(Parts parts) {
        return StaysOnOld.variant(parts, exchange -> !exchange.operation().isWrite());
    }
}
