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

    private final Facts facts;
    private final InTime inTime;
    private final Together together;
    private final BothSides sides;

    private Hazards(Facts facts) {
        this.facts = facts;
        this.inTime = new InTime(facts);
        this.together = new Together(facts);
        this.sides = BothSides.of(facts);
    }

    /** Every hazard, whether the run owes it or not; of a damaged run none can be counted. */
    public static List<VerdictReport.Occurred> of(Facts facts) {
        Obligations owed = facts.obligations();
        @Nullable Hazards hazards = NEEDED.stream().allMatch(facts.evidence()::has) ? new Hazards(facts) : null;
        return Arrays.stream(Hazard.values())
                .map(hazard -> new VerdictReport.Occurred(
                        hazard,
                        hazards == null ? null : hazards.count(hazard),
                        owed.hazards().getOrDefault(hazard, 0L)))
                .toList();
    }

    private @Nullable Long count(Hazard hazard) {
        return switch (hazard) {
            case WRITE_INSIDE_THE_COPY -> inTime.writesInsideTheCopy();
            case FAULT_INSIDE_THE_COPY -> inTime.faultsInsideTheCopy();
            case IN_FLIGHT_AT_A_MOVE -> inTime.inFlightAtAMove(1);
            case RETRY_ACROSS_A_MOVE -> inTime.inFlightAtAMove(2);
            case FAULT_DURING_A_MOVE -> inTime.faultsDuringAMove();
            case ACKNOWLEDGEMENT_LOST -> Unheard.applied(facts);
            case REQUEST_LOST -> Unheard.lost(facts);
            case ASKED_AGAIN -> Writes.askedAgain(facts);
            case WRITE_REFUSED -> Writes.refused(facts);
            case CONCURRENT_ON_A_KEY -> together.writes();
            case READ_BESIDE_A_WRITE -> together.reads();
            case WRITTEN_ON_BOTH_SIDES -> sides.keysWrittenOnBoth();
            case LONG_TEXT_ON_EACH_SIDE -> sides.longTexts();
            case WRITTEN_AFTER_A_ROLLBACK -> sides.writesBack();
            case READ_BACK_AFTER_A_ROLLBACK -> sides.readsBack();
        };
    }
}
