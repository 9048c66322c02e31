package dev.cutover.judge;

import static dev.cutover.record.journal.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.journal.OperationIds;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who wrote a register's value, and what a person is told of it. */
class RegistersTest {

    private static Finding finding(String checker, Result expected, World world) {
        Finding finding = world.finding(checker);
        assertThat(finding.result()).as(finding.message()).isEqualTo(expected);
        return finding;
    }

    private static World named(String dump, long writer) {
        World world = RoleWorld.good();
        RoleWorld.names(world.dump(dump)).put(7L, writer);
        return world;
    }

    @Test
    void eachValueAndEachLastWriteIsExamined() {
        // In both final states the writer and the last write, at the rollback the writer.
        assertThat(finding("last-write", Result.PASS, RoleWorld.good()).examined())
                .isEqualTo(5);
        World lost = RoleWorld.good();
        lost.operations.removeIf(o -> o.kind() == RoleWorld.DROP);
        lost.dump("new-final").registers.put("name", new TreeMap<>());
        assertThat(finding("last-write", Result.FAIL, lost).examined()).isEqualTo(4);
    }

    @Test
    void aValueAtTheRollbackHasAWriterToo() {
        assertThat(finding("last-write", Result.FAIL, named("old-rollback", 12)).message())
                .contains("operation 12 is of kind add, but wrote the value of key 7 in the name of old-rollback");
    }

    @Test
    void whoWasNeverInvokedWroteNothing() {
        long never = OperationIds.of(7).next();
        Finding finding = finding("last-write", Result.FAIL, named("new-final", never));
        assertThat(finding.message()).contains("operation " + never + " was never invoked, but wrote");
        assertThat(finding.examples().getFirst().details())
                .containsEntry("registerKey", 7L)
                .doesNotContainKey("kind");
    }

    @Test
    void aWriterIsDescribed() {
        World world = named("new-final", 12);
        assertThat(finding("last-write", Result.FAIL, world)
                        .examples()
                        .getFirst()
                        .details())
                .containsEntry("register", "the name of new-final")
                .containsEntry("kind", "add");
    }

    @Test
    void whoReturnedAsTheStateWasReadNeedNotBeInIt() {
        World world = named("old-rollback", 14);
        world.dump("old-rollback").invokedNs = 600;
        finding("rollback-complete", Result.PASS, world);
        world.dump("old-rollback").invokedNs = 601;
        finding("rollback-complete", Result.FAIL, world);
    }

    @Test
    void whoReturnedAsTheLastWasInvokedMayHaveWrittenAfterIt() {
        for (long invokedNs : List.of(400L, 401L)) {
            World world = named("new-final", 14);
            world.operations.removeIf(o -> o.id() == 15);
            world.operation(15, RoleWorld.NAME, 7, OK, invokedNs, 600);
            finding("last-write", invokedNs == 400 ? Result.PASS : Result.FAIL, world);
        }
    }
}
