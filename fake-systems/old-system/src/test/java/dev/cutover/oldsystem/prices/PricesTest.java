package dev.cutover.oldsystem.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.oldsystem.prices.Prices.PriceUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    @Test
    void aMessageBecomesAnUpdate() {
        assertThat(PriceUpdate.parse("{\"sku\":\"S1\",\"cents\":1234,\"seq\":17}"))
                .isEqualTo(new PriceUpdate("S1", 1234, 17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "{\"sku\":\"S1\",\"cents\":1.5,\"seq\":17}",
                "{\"sku\":\"S1\",\"cents\":1}",
                "[]"
            })
    void whatNobodyCanReadIsRefused(String message) {
        assertThatThrownBy(() -> PriceUpdate.parse(message)).isInstanceOf(IllegalArgumentException.class);
    }
}
