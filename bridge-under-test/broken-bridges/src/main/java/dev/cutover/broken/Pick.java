package dev.cutover.broken;

import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message.Change;

/** Which of many a defect meets: always the same ones, in whatever order and however often they come. */
final class Pick {
    private Pick() {}

    static boolean oneOf(int many, long number) {
        return Math.floorMod(Long.hashCode(number * 0x9E3779B97F4A7C15L), many) == 0;
    }

    /** Of new's changes those of orders only: an e-mail that was not given up would be refused to the next, which shows. */
    static boolean oneOfOrders(int many, Change change) {
        return oneOf(many, change.operation())
                && Edit.written(change, TablePair.CUSTOMER, Schema.NEW)
                        .findAny()
                        .isEmpty();
    }
}
