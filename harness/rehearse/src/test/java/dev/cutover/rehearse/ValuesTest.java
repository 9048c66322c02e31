package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.rehearse.load.Place;
import dev.cutover.rehearse.load.Received;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    private static final String ALL = "${mode} ${share} ${percent} ${ old-percent } ${seed}";

    @ParameterizedTest
    @CsvSource({
        "OLD, 0, old 0 0 100 42",
        "DUAL, 0, dual 0 0 100 42",
        "SPLIT, 0.1, split 0.1 10 90 42",
        "SPLIT, 0.125, split 0.125 12.5 87.5 42",
        "NEW, 1, new 1 100 0 42"
    })
    void aRoutingIsWrittenInPlainNumbers(RoutingMode mode, double share, String expected) throws StepFailure {
        assertThat(Values.of(new RouteSpec(mode, share, List.of()), 42).plain(ALL))
                .isEqualTo(expected);
    }

    @Test
    void whatOthersSaidStaysInItsPlace() throws StepFailure {
        Values values = kept("a\"b/c d");
        assertThat(values.inJson("{\"x\":\"${kept}\"}")).isEqualTo("{\"x\":\"a\\\"b/c d\"}");
        assertThat(values.inUrl("/x/${kept}")).isEqualTo("/x/a%22b%2Fc%20d");
        assertThatThrownBy(() -> values.inSql("select '${kept}'")).hasMessageContaining("the value of ${kept}");
        assertThat(kept("2026-11-24").inSql("select '${kept}'")).isEqualTo("select '2026-11-24'");
    }

    @Test
    void whatNobodyKeptIsNamed() {
        assertThatThrownBy(() -> Values.of(RouteSpec.OLD, 42).plain("${epoch}"))
                .hasMessage("nothing is known as ${epoch}: no step before it has kept it;"
                        + " known are mode, share, percent, old-percent, seed");
    }

    @Test
    void aSentinelIsAUuidAndALargeNumberAndInAPartitionItsOwn() {
        Sentinel sentinel = Sentinel.fresh();
        assertThat(sentinel.named("${sentinel} ${sentinel number}"))
                .isEqualTo(sentinel.text() + " " + sentinel.number());
        assertThat(sentinel.number()).isBetween(1L << 40, 1L << 53);
        assertThat(sentinel.in(3).named("${sentinel}")).isEqualTo(sentinel.text() + "-3");
    }

    @Test
    void aTextIsKeptByARegularExpression() throws StepFailure {
        Values values = Values.of(RouteSpec.OLD, 42);
        values.keep(Map.of("epoch", Place.inBody("epoch=(\\d+)")), Received.of("mode=new\nepoch=7\n", Map.of()));
        assertThat(values.plain("${epoch}")).isEqualTo("7");
        assertThatThrownBy(() -> values.keep(Map.of("epoch", Place.of("/epoch")), Received.of("epoch=7", Map.of())))
                .hasMessage("the answer must have something at /epoch, to be kept as 'epoch', but is no JSON: epoch=7");
    }

    private static Values kept(String text) throws StepFailure {
        Values values = Values.of(RouteSpec.OLD, 42);
        values.keep(
                Map.of("kept", Place.of("/kept")),
                Received.of(
                        JsonNodeFactory.instance.objectNode().put("kept", text).toString(), Map.of()));
        return values;
    }
}
