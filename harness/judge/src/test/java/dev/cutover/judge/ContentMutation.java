package dev.cutover.judge;

import dev.cutover.record.evidence.Content;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Ways to break what a right world's reads were answered, which the one checker of it must see. */
enum ContentMutation {
    ANSWER_THE_CONTENT_BEFORE {
        @Override
        long wrong(Operation read, Content told) {
            return ContentWorld.of(read, told.question(), read.version() - 2);
        }
    },
    ANSWER_ANOTHERS_CONTENT {
        @Override
        long wrong(Operation read, Content told) {
            return ContentWorld.of(read, 1 - told.question(), read.version());
        }
    };

    static final String EXPECTED = "content";

    abstract long wrong(Operation read, Content told);

    void apply(World world, Random random) {
        List<Content> alike = world.contents.stream()
                .filter(one -> acknowledged(world, one)
                        .anyMatch(read -> world.contents.stream()
                                .anyMatch(other -> other.operation() != one.operation()
                                        && other.question() == one.question()
                                        && acknowledged(world, other)
                                                .anyMatch(
                                                        o -> o.key() == read.key() && o.version() == read.version()))))
                .toList();
        Content chosen = alike.get(random.nextInt(alike.size()));
        Operation read = acknowledged(world, chosen).findFirst().orElseThrow();
        world.contents.replaceAll(
                one -> one.equals(chosen) ? new Content(one.operation(), one.question(), wrong(read, one)) : one);
    }

    private static Stream<Operation> acknowledged(World world, Content told) {
        return world.operations.stream()
                .filter(o -> o.id() == told.operation() && o.outcome() == Outcome.OK && o.version() > 0);
    }
}
