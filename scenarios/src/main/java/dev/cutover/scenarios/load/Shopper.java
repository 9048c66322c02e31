package dev.cutover.scenarios.load;

import dev.cutover.record.journal.Outcome;
import dev.cutover.scenarios.load.HotHouseholds.Household;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What one user knows: the household, the customers acted for, the order just placed, the e-mail addresses seen. Used by one thread at a time. */
final class Shopper {
    private static final int CUSTOMERS = 3;

    private final Household household;
    private final SplittableRandom random;
    private final Map<Long, String> emails = new HashMap<>();
    private long customer;
    private long other;
    private long order;

    Shopper(Household household, SplittableRandom random) {
        this.household = household;
        this.random = random;
        turn();
    }

    Household household() {
        return household;
    }

    SplittableRandom random() {
        return random;
    }

    long customer() {
        return customer;
    }

    long other() {
        return other;
    }

    /** The order this user placed last; 0 if none was acknowledged. */
    long order() {
        return order;
    }

    /** Goes on with another pair of the household's customers, and without an order. */
    void turn() {
        int first = random.nextInt(CUSTOMERS);
        int second = (first + 1 + random.nextInt(CUSTOMERS - 1)) % CUSTOMERS;
        long lowest = CUSTOMERS * (household.number() - 1L) + 1;
        customer = lowest + first;
        other = lowest + second;
        order = 0;
    }

    /** The address last seen, else the one the customer was seeded with. */
    String email(long of) {
        return emails.computeIfAbsent(of, number -> "c" + number + domain());
    }

    String domain() {
        return "@h" + household.number() + ".example";
    }

    void learn(Operation operation, Outcome outcome, @Nullable Answer answer) {
        if (outcome != Outcome.OK || answer == null) {
            return;
        }
        String email = answer.email();
        switch (operation.kind()) {
            case PLACE_ORDER -> order = answer.seen();
            case READ_CUSTOMER -> {
                if (email != null) {
                    emails.put(operation.customer(), email);
                }
            }
            case CHANGE_EMAIL, TRANSFER_CREDIT, PAY_ORDER, CANCEL_ORDER, DELETE_ORDER, RECREATE_ORDER, READ_ORDERS -> {}
        }
    }
}
