package dev.cutover.record.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.journal.OperationIds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedRowsTest {
    private static final List<StateDump.Row> ROWS = List.of(
            new StateDump.Row("11", "ä €"),
            new StateDump.Row("no id", ""),
            new StateDump.Row(OperationIds.uuid(12), "paid 50"),
            new StateDump.Row("011", StateDump.NULL));

    @Test
    void areWhatTheyWereMadeOf() {
        AskedRows packed = AskedRows.of(ROWS);
        assertThat(packed).isEqualTo(ROWS);
        assertThat(packed.stream().map(row -> packed.operation(packed.indexOf(row))))
                .containsExactly(11L, 0L, 12L, 0L);
        assertThat(AskedRows.of(packed)).isSameAs(packed);
    }

    @Test
    void compareTextsWithThoseOfOthers() {
        PackedTexts texts = AskedRows.of(ROWS).texts();
        PackedTexts.Builder others = new PackedTexts.Builder();
        List.of("paid 50", "paid 5", "", "ä €").forEach(others::add);
        List<String> same = new ArrayList<>();
        for (int i = 0; i < ROWS.size(); i++) {
            for (int j = 0; j < 4; j++) {
                if (texts.same(i, others.build(), j)) {
                    same.add(i + "=" + j);
                }
            }
        }
        assertThat(same).containsExactly("0=3", "1=2", "2=0");
    }

    @Test
    void growWithWhatIsAdded() {
        PackedTexts.Builder many = new PackedTexts.Builder();
        for (int i = 0; i < 10_000; i++) {
            many.add("text " + i);
        }
        PackedTexts texts = many.build();
        assertThat(texts.size()).isEqualTo(10_000);
        assertThat(texts.text(0)).isEqualTo("text 0");
        assertThat(texts.text(9_999)).isEqualTo("text 9999");
    }
}
