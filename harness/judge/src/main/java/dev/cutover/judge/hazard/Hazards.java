package dev.cutover.judge.hazard;

import dev.cutover.judge.facts.Facts;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.verdict.VerdictReport;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often dangerous situations occurred in a run: only those that the evidence shows for certain, O(n log n) each. */
public final class Hazards {
    private static final List<EvidencePart> NEEDED = List.of(EvidencePart.JOURNAL, EvidencePart.EVENTS);

    private Hazards() {}

    /** Every hazard that can be counted, whether the run owes it or not. */
    public static List<VerdictReport.Occurred> of(Facts facts) {
        Obligations owed = facts.obligations();
        return Arrays.stream(Hazard.values())
                .map(hazard -> new VerdictReport.Occurred(
                        hazard, seen(facts, hazard), owed.hazards().getOrDefault(hazard, 0L)))
                .toList();
    }

    /** How often one occurred; null if that cannot be told. */
    public static @Nullable Long seen(Facts facts, Hazard hazard) {
        return NEEDED.stream().allMatch(facts.evidence()::has) ? count(facts, hazard) : null;
    }

    private static @Nullable Long count(Facts facts, Hazard hazard) {
        return switch (hazard) {
            case WRITE_INSIDE_THE_COPY -> new InTime(facts).writesInsideTheCopy();
            case FAULT_INSIDE_THE_COPY -> new InTime(facts).faultsInsideTheCopy();
            case IN_FLIGHT_AT_A_MOVE -> new InTime(facts).inFlightAtAMove(1);
            case RETRY_ACROSS_A_MOVE -> new InTime(facts).inFlightAtAMove(2);
            case FAULT_DURING_A_MOVE -> new InTime(facts).faultsDuringAMove();
            case ACKNOWLEDGEMENT_LOST -> Unheard.applied(facts);
            case REQUEST_LOST -> Unheard.lost(facts);
            case ASKED_AGAIN -> Writes.askedAgain(facts);
            case WRITE_REFUSED -> Writes.refused(facts);
            case CONCURRENT_ON_A_KEY -> new Together(facts).writes();
            case READ_BESIDE_A_WRITE -> new Together(facts).reads();
            case WRITTEN_ON_BOTH_SIDES -> BothSides.of(facts).keysWrittenOnBoth();
            case WRITTEN_AFTER_A_ROLLBACK -> BothSides.of(facts).writesBack();
            case READ_BACK_AFTER_A_ROLLBACK -> BothSides.of(facts).readsBack();
        };
    }
}
