package dev.cutover.scenarios.load;

import dev.cutover.rehearse.load.Look;
import dev.cutover.rehearse.load.Place;
import dev.cutover.rehearse.load.Received;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that later steps may use, and where an answer has it. */
record Kept(String name, Look at) {

    static List<Kept> of(Map<String, Place> places) {
        return places.entrySet().stream()
                .map(kept -> new Kept(kept.getKey(), Look.of(kept.getValue())))
                .toList();
    }

    /** Null if the answer does not have it. */
    @Nullable
    String in(Received answer) {
        return at.text(answer);
    }
}
