package dev.cutover.scenarios.load;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What users come for, and how often. */
enum Story {
    BROWSE(22, Step.READ_CUSTOMER, Step.READ_ORDERS),
    PURCHASE(20, Step.PLACE, Step.PAY),
    CAREFUL_PURCHASE(8, Step.PLACE, Step.READ_ORDERS, Step.PAY),
    ABANDON(6, Step.PLACE, Step.CANCEL),
    CHANGE_OF_MIND(10, Step.PLACE, Step.CANCEL, Step.READ_ORDERS, Step.DELETE, Step.RECREATE),
    SEEDED_PAYMENT(1, Step.READ_ORDERS, Step.PAY_SEEDED),
    SEEDED_CANCELLATION(1, Step.CANCEL_SEEDED, Step.READ_ORDERS),
    NEW_EMAIL(8, Step.READ_CUSTOMER, Step.NEW_EMAIL),
    SWAP_EMAILS(6, Step.READ_CUSTOMER, Step.READ_OTHER, Step.SWAP_AWAY, Step.SWAP_OTHER, Step.SWAP_BACK),
    TRANSFER(10, Step.TRANSFER, Step.READ_CUSTOMER),
    TRANSFER_AND_BACK(4, Step.TRANSFER, Step.TRANSFER_BACK),
    UNKNOWN_ORDER(3, Step.PAY_UNKNOWN),
    TOO_MUCH(3, Step.TRANSFER_TOO_MUCH);

    private static final int WEIGHTS =
            Arrays.stream(values()).mapToInt(story -> story.weight).sum();

    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // steps are lambdas without state, in an unmodifiable list
    private final List<Step> steps;

    Story(int weight, Step... steps) {
        this.weight = weight;
        this.steps = List.of(steps);
    }

    List<Step> steps() {
        return steps;
    }

    static Story draw(SplittableRandom random) {
        int left = random.nextInt(WEIGHTS);
        for (Story story : values()) {
            left -= story.weight;
            if (left < 0) {
                return story;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}
