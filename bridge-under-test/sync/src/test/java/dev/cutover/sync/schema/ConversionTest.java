package dev.cutover.sync.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversionTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "1, 0.01",
        "-1, -0.01",
        "1230, 12.30",
        "12345678901234567, 123456789012345.67",
        "9223372036854775807, 92233720368547758.07",
        "-9223372036854775808, -92233720368547758.08"
    })
    void cents_are_amounts_and_back(long cents, String amount) {
        assertThat(Conversion.MONEY.toNew().apply(cents)).hasToString(amount);
        assertThat(Conversion.MONEY.toOld().apply(amount)).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({
        "20260329, 2026-03-28T23:00Z",
        "20260330, 2026-03-29T22:00Z",
        "20261025, 2026-10-24T22:00Z",
        "20261026, 2026-10-25T23:00Z",
        "20240229, 2024-02-28T23:00Z",
        "19700101, 1969-12-31T23:00Z",
        "18900101, 1889-12-31T23:06:32Z"
    })
    void days_are_instants_and_back(String day, String instant) {
        assertThat(Conversion.DAY.toNew().apply(day)).hasToString(instant);
        assertThat(Conversion.DAY.toOld().apply(instant)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:59.999999Z, 20260329",
        "2026-10-25T22:59:59.999999Z, 20261025",
        "2026-10-25T23:00:00Z, 20261026"
    })
    void the_day_of_an_instant_is_the_day_in_berlin(String instant, String day) {
        assertThat(Conversion.DAY.toOld().apply(instant)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "92233720368547758.08", "1e400"})
    void amounts_that_old_cannot_hold_are_refused(String amount) {
        assertThatThrownBy(() -> Conversion.MONEY.toOld().apply(amount))
                .isInstanceOf(Untranslatable.class)
                .hasMessageContaining(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260230", "2026-1-1", "", "        "})
    void days_that_are_none_are_refused(String day) {
        assertThatThrownBy(() -> Conversion.DAY.toNew().apply(day)).isInstanceOf(Untranslatable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "trailing ", "NULL", "🚲 \\uFFFD ä", "a'b\\c", "line\nbreak"})
    void rows_survive_the_way_there_and_back(String text) {
        Row customer = row("cust_no", 3L, "hh_no", 1L, "name", text, "email", text, "credit_c", 17L, "reg_dt", null);
        Row order = row(
                "ord_no",
                5L,
                "hh_no",
                1L,
                "cust_no",
                3L,
                "sku",
                text,
                "qty",
                2L,
                "unit_c",
                1L,
                "amt_c",
                2L,
                "ord_dt",
                "20260329",
                "st",
                "P",
                "note",
                null,
                "op_id",
                0L);
        assertThat(thereAndBack(TablePair.CUSTOMER, customer)).isEqualTo(customer);
        assertThat(thereAndBack(TablePair.ORDER, order)).isEqualTo(order);
    }

    @Test
    void every_kind_of_the_ledger_has_a_counterpart() {
        for (String kind : List.of("PO", "CE", "TC", "PY", "CO", "DO", "RO")) {
            Row entry = row(
                    "hh_no",
                    1L,
                    "ver",
                    2L,
                    "op_id",
                    Long.MAX_VALUE,
                    "kind",
                    kind,
                    "cust_no",
                    null,
                    "ord_no",
                    null,
                    "amt_c",
                    null,
                    "from_c",
                    0L,
                    "to_c",
                    null,
                    "email",
                    null,
                    "dt",
                    "20261025");
            assertThat(thereAndBack(TablePair.LEDGER, entry)).isEqualTo(entry);
        }
    }

    /** As it travels: translated, read back from the database as texts and integers, translated again. */
    private static Row thereAndBack(TablePair pair, Row row) {
        Map<String, @Nullable Object> captured = new LinkedHashMap<>();
        pair.translate(row, Direction.OLD_TO_NEW)
                .columns()
                .forEach((name, value) ->
                        captured.put(name, value == null || value instanceof Long ? value : value.toString()));
        return pair.translate(Row.of(captured), Direction.NEW_TO_OLD);
    }

    private static Row row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Row.of(columns);
    }
}
