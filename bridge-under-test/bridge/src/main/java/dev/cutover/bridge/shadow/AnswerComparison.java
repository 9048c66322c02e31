package dev.cutover.bridge.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutover.bridge.adapter.Json;
import dev.cutover.bridge.adapter.Operation;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.traffic.Answer;
import java.io.IOException;

/** Compares two answers, provided that both systems started from the same version of the household. */
final class AnswerComparison {

    /** An answer of the old contract; replayed if it is the first result of an operation done before. */
    record Given(int rc, JsonNode body, boolean replayed) {

        /**
         * The household's version before the operation: comparable when both are equal; -1 if the answer does not say.
         */
        long startedFrom(boolean write) {
            long version = body.path("ver").asLong(-1);
            return version > 0 && write && rc == ReturnCode.OK && !replayed ? version - 1 : version;
        }
    }

    private final Differences differences;

    AnswerComparison(Differences differences) {
        this.differences = differences;
    }

    /** What comes of the pair; dropped if one of them cannot be compared at all. */
    ComparisonResult of(Operation operation, Answer old, Given replacement) {
        if (old.isFenced()) {
            return new ComparisonResult.Dropped(Reason.FENCED);
        }
        if (old.outcome() == Answer.Outcome.UNKNOWN) {
            return new ComparisonResult.Dropped(Reason.UNKNOWN);
        }
        if (replacement.rc() >= ReturnCode.FENCED) {
            return new ComparisonResult.Dropped(Reason.ERROR);
        }
        if (old.rc() == ReturnCode.PAYMENT_DECLINED) {
            return new ComparisonResult.Dropped(Reason.EFFECTS);
        }
        try {
            boolean replayed = old.headers().contains("X-Replayed");
            return compare(operation, new Given(old.rc(), Json.read(old.body().getBytes()), replayed), replacement);
        } catch (IOException e) {
            return new ComparisonResult.Dropped(Reason.UNKNOWN);
        }
    }

    private ComparisonResult compare(Operation operation, Given old, Given replacement) {
        long oldStart = old.startedFrom(operation.isWrite());
        long newStart = replacement.startedFrom(operation.isWrite());
        if (oldStart != newStart || old.replayed() != replacement.replayed()) {
            return newStart < oldStart && !operation.isWrite()
                    ? new ComparisonResult.Behind()
                    : new ComparisonResult.Dropped(Reason.VERSION);
        }
        String path = differences.first(operation, old.body(), replacement.body());
        return path == null
                ? new ComparisonResult.Equal()
                : new ComparisonResult.Different(path, old.body(), replacement.body());
    }
}
