package dev.cutover.judge;

import dev.cutover.record.evidence.EffectCall;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import java.util.Random;

/** Ways to break a right world's effects, which the one checker of them must see. */
enum EffectMutation {
    CHARGE_UNDER_A_NEW_KEY {
        @Override
        void apply(World world, Random random) {
            EffectCall call = world.effects.get(random.nextInt(world.effects.size()));
            world.charge(call.ns(), 1_000_000 + call.operation(), 1, "old");
        }
    },
    NEVER_CHARGE {
        @Override
        void apply(World world, Random random) {
            long id = world.any(random, o -> o.kind() == World.PAY && o.outcome() == Outcome.OK)
                    .id();
            world.effects.removeIf(call -> call.operation() == id);
        }
    },
    CHARGE_A_REFUSED_ONE {
        @Override
        void apply(World world, Random random) {
            long id = world.any(random, o -> o.kind() == World.PAY && o.outcome() == Outcome.REFUSED)
                    .id();
            world.charge(50, id, 1, "old");
        }
    },
    SHADOW_CHARGE {
        @Override
        void apply(World world, Random random) {
            EffectCall call = world.effects.get(random.nextInt(world.effects.size()));
            world.effects.add(new EffectCall(
                    0, call.operation(), call.key(), "new", call.subject(), call.amount(), call.status()));
        }
    },
    CHARGE_ANOTHER_AMOUNT {
        @Override
        void apply(World world, Random random) {
            int at = random.nextInt(world.effects.size());
            EffectCall call = world.effects.get(at);
            world.effects.set(
                    at,
                    new EffectCall(
                            call.ns(),
                            call.operation(),
                            call.key(),
                            call.caller(),
                            call.subject(),
                            "1",
                            call.status()));
        }
    },
    CHARGE_FROM_A_SHADOW_AFTER_THE_ROLLBACK {
        @Override
        void apply(World world, Random random) {
            Operation last = world.operations.stream()
                    .filter(o -> o.kind() == World.PAY && o.outcome() == Outcome.OK)
                    .reduce((one, later) -> later)
                    .orElseThrow();
            world.charge(last.endedNs(), last.id(), 10_000 + last.id(), "new");
        }
    };

    static final String EXPECTED = "side-effects";

    abstract void apply(World world, Random random);
}
