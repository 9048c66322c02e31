package dev.cutover.bridge.shadow;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of one pair of answers. */
sealed interface ComparisonResult {

    record Equal() implements ComparisonResult {}

    /** At {@code path}, a JSON pointer, the answers differ. */
    record Different(String path, JsonNode old, JsonNode replacement) implements ComparisonResult {}

    /** Not compared, and why. */
    record Dropped(Reason reason) implements ComparisonResult {}

    /**
     * A read that new answered from an earlier version than old: worth asking once more, when the sync has caught up.
     */
    record Behind() implements ComparisonResult {}
}
