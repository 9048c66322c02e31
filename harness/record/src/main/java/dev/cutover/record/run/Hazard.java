package dev.cutover.record.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A dangerous situation that a migration must bear, and that a run's evidence shows to have occurred; a run without it says nothing of it. */
public enum Hazard {
    WRITE_INSIDE_THE_COPY("writes that were invoked and acknowledged while existing data were being copied"),
    FAULT_INSIDE_THE_COPY("faults that were active for some of the time in which existing data were being copied"),
    IN_FLIGHT_AT_A_MOVE(
            "operations under way at the instant at which a routing change that moves keys was asked for, or declared complete or refused"),
    RETRY_ACROSS_A_MOVE("operations under way at such an instant that were sent more than once"),
    FAULT_DURING_A_MOVE("faults that were active for some of the time between two such instants"),
    ACKNOWLEDGEMENT_LOST("writes of unknown outcome of which a system holds a row or a value: they did happen"),
    REQUEST_LOST(
            "writes of unknown outcome that owe a row that nothing takes away, and have none in the end: they never happened"),
    ASKED_AGAIN("writes that were acknowledged, but not at the first attempt"),
    WRITE_REFUSED("writes that were refused"),
    CONCURRENT_ON_A_KEY("writes that were under way together with a write of the same key that was invoked before"),
    READ_BESIDE_A_WRITE("acknowledged reads that were under way together with a write of the same key"),
    WRITTEN_ON_BOTH_SIDES("keys with a write that was acknowledged by old, and another by new"),
    LONG_TEXT_ON_EACH_SIDE(
            "acknowledged writes that asked for more than 1,000 characters: old's, or new's if those are fewer"),
    WRITTEN_AFTER_A_ROLLBACK("writes acknowledged by old, of a key of which new had acknowledged a write before"),
    READ_BACK_AFTER_A_ROLLBACK("reads acknowledged by old, of a key of which new had acknowledged a write before");

    private final String says;

    Hazard(String says) {
        this.says = says;
    }

    /** As plans and verdicts spell it. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is counted, in a sentence without its end. */
    public String says() {
        return says;
    }
}
