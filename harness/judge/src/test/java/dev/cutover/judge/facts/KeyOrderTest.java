package dev.cutover.judge.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.evidence.History;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
    private static final List<Manifest.Kind> KINDS = List.of(new Manifest.Kind("read", Role.READ));

    private static Keys keys(int... keys) {
        List<Operation> operations = IntStream.range(0, keys.length)
                .mapToObj(i -> Operation.of(i + 1L, 0, keys[i], Outcome.OK, i, i + 1L))
                .toList();
        return Keys.of(History.of(operations, KINDS));
    }

    @Test
    void keysAreNumberedAsTheyAppear() {
        Keys keys = keys(70, 7, 70, 700);
        assertThat(keys.count()).isEqualTo(3);
        assertThat(IntStream.range(0, 4).map(keys::number)).containsExactly(0, 1, 0, 2);
    }

    @Test
    void eachKeysOperationsStayInTheirOrder() {
        KeyOrder order = new KeyOrder(keys(70, 7, 70, 700, 70), new int[] {4, 1, 0, 2});
        assertThat(order.keys()).isEqualTo(3);
        assertThat(of(order, 0)).containsExactly(4, 0, 2);
        assertThat(of(order, 1)).containsExactly(1);
        assertThat(of(order, 2)).isEmpty();
    }

    private static int[] of(KeyOrder order, int key) {
        return IntStream.range(order.from(key), order.until(key))
                .map(order::operation)
                .toArray();
    }
}
