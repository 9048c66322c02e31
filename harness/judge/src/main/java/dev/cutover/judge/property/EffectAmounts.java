package dev.cutover.judge.property;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.dump.AskedRows;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.evidence.EffectCall;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What effects were over, held against what the final state of one system says of them. */
final class EffectAmounts {
    private static final int NONE = -1;

    private final Facts facts;
    private final String effect;
    private final StateDump dump;
    private final Inquiry inquiry;
    private final AskedRows rows;
    private final int[] rowOf;

    private EffectAmounts(Facts facts, String effect, StateDump dump, Inquiry inquiry) {
        this.facts = facts;
        this.effect = effect;
        this.dump = dump;
        this.inquiry = inquiry;
        this.rows = AskedRows.of(dump.effects().getOrDefault(effect, List.of()));
        this.rowOf = new int[facts.history().size()];
        Arrays.fill(rowOf, NONE);
        for (int row = 0; row < rows.size(); row++) {
            int operation = facts.operation(rows.operation(row));
            if (operation >= 0) {
                rowOf[operation] = row;
            }
        }
    }

    /** Of the effect of a name, wherever a system is asked for it. */
    static void check(Facts facts, String effect, List<EffectCall> calls, Inquiry inquiry) {
        if (facts.obligations().reads().values().stream()
                .noneMatch(reads -> reads.effects().contains(effect))) {
            return; // a state that nobody asks for need not be there
        }
        for (StateDump dump : facts.finalDumps(inquiry)) {
            if (facts.owes(dump).effects().contains(effect)) {
                new EffectAmounts(facts, effect, dump, inquiry).compare(calls);
            }
        }
    }

    private void compare(List<EffectCall> calls) {
        long done = 0;
        long compared = 0;
        for (EffectCall call : calls) {
            int operation = facts.operation(call.operation());
            if (call.done() && operation >= 0) {
                done++;
                Optional<String> held = held(operation, call);
                compared += held.isPresent() ? 1 : 0;
                held.filter(amount -> !amount.equals(call.amount()))
                        .ifPresent(amount -> violation(operation, call, amount));
            }
        }
        inquiry.examined(compared);
        if (done > 0 && compared == 0) {
            inquiry.gap("of no effect " + effect + " is a number known as its amount both to the third party and to "
                    + dump.name());
        }
    }

    /** The amount that the system tells, if it can be compared with a call's. */
    private Optional<String> held(int operation, EffectCall call) {
        if (rowOf[operation] == NONE || call.amount().isEmpty()) {
            return Optional.empty();
        }
        String text = rows.get(rowOf[operation]).text();
        return text.equals(call.amount()) ? Optional.of(text) : EffectCall.plain(text);
    }

    private void violation(int operation, EffectCall call, String amount) {
        inquiry.violation(
                facts.history().key(operation),
                "the effect under key " + call.key() + " was over " + call.amount() + ", but effects." + effect + " of "
                        + dump.name() + " has " + amount,
                () -> {
                    Map<String, Object> details = facts.describe(operation);
                    details.put("amount", call.amount());
                    details.put(dump.name(), amount);
                    return details;
                });
    }
}
