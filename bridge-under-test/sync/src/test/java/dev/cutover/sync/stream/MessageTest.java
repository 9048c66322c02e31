package dev.cutover.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.sync.schema.Row;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The format on the topics: a sync of yesterday and one of today may share them. */
final class MessageTest {
    private static final Row ORDER = row("ord_no", 1L, "note", "ä 🚲 \u0001", "st", null);

    @Test
    void a_change_names_its_household_version_and_operation() {
        Message change = new Message.Change(7, 12, Long.MAX_VALUE, 5, List.of(new RowChange("ord", null, ORDER)));
        assertThat(json(change))
                .isEqualTo("{'type':'change','household':7,'version':12,'operation':'9223372036854775807',"
                        + "'committedAt':5,'rows':[{'table':'ord',"
                        + "'after':{'ord_no':1,'note':'ä \\uD83D\\uDEB2 \\u0001','st':null}}]}");
        assertThat(read(json(change))).isEqualTo(change);
    }

    @Test
    void a_deletion_carries_the_row_before() {
        Message change = new Message.Change(7, 12, 9, 5, List.of(new RowChange("ord", ORDER, null)));
        assertThat(json(change)).contains("'before':{'ord_no':1").doesNotContain("'after'");
        assertThat(read(json(change))).isEqualTo(change);
    }

    @Test
    void markers_and_what_is_unreadable_travel_too() {
        Message marker = new Message.Marker("id", 6);
        assertThat(json(marker)).isEqualTo("{'type':'marker','id':'id','committedAt':6}");
        assertThat(read(json(marker))).isEqualTo(marker);
        Message unreadable = new Message.Unreadable(7, 8, "why");
        assertThat(json(unreadable)).isEqualTo("{'type':'unreadable','household':7,'committedAt':8,'reason':'why'}");
        assertThat(read(json(unreadable))).isEqualTo(unreadable);
    }

    @Test
    void fields_may_come_in_any_order_and_unknown_ones_are_passed_over() {
        assertThat(read("{'id':'id','more':[1],'committedAt':6,'type':'marker'}"))
                .isEqualTo(new Message.Marker("id", 6));
    }

    @Test
    void a_row_before_an_update_does_not_travel() {
        RowChange update = new RowChange("ord", row("ord_no", 1L), ORDER);
        assertThat(update.travelling()).isEqualTo(new RowChange("ord", null, ORDER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{'type':'query','committedAt':1}",
                "{'type':'marker','committedAt':1}",
                "{'type':'change','household':1,'version':1,'operation':'','committedAt':1,'rows':[]}",
                "{'type':'change','household':1,'operation':'1','committedAt':1,'rows':[]}",
                "{'type':'change','household':1,'version':1,'operation':'1','committedAt':1,'rows':[{'table':'ord'}]}"
            })
    void anything_else_is_refused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be a Message as JSON");
    }

    private static String json(Message message) {
        return new String(JsonRecords.write(message), StandardCharsets.UTF_8).replace('"', '\'');
    }

    private static Message read(String json) {
        return JsonRecords.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Message.class);
    }

    private static Row row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Row.of(columns);
    }
}
