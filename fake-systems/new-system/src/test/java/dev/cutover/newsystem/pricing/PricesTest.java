package dev.cutover.newsystem.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.newsystem.pricing.Prices.NewPrice;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    @Test
    void centsBecomeAnAmount() {
        assertThat(NewPrice.parse("{\"sku\":\"S1\",\"cents\":1230,\"seq\":17}"))
                .isEqualTo(new NewPrice("S1", new BigDecimal("12.30"), 17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "{\"sku\":\"S1\",\"cents\":1}", "[]"})
    void whatNobodyCanReadIsRefused(String message) {
        assertThatThrownBy(() -> NewPrice.parse(message)).isInstanceOf(IllegalArgumentException.class);
    }
}
