package dev.cutover.record.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Samples of the answers that differed, as the bridge gave them in {@code comparisons.json}: to look at, not to judge. */
public record Differences(List<Difference> samples) {

    public Differences {
        samples = List.copyOf(Objects.requireNonNullElse(samples, List.of()));
    }

    /**
     * Two answers to one request.
     *
     * @param path where in the answers they part
     */
    public record Difference(
            @Nullable String operation,
            @Nullable String path,
            @JsonProperty("old") @Nullable JsonNode oldAnswer,
            @JsonProperty("new") @Nullable JsonNode newAnswer) {}
}
