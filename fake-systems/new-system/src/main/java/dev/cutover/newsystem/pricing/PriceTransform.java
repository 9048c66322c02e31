package dev.cutover.newsystem.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Transform: the message's cents become an amount. */
final class PriceTransform {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Message(
            @Nullable String sku,
            @Nullable Long cents,
            @Nullable Long seq) {}

    NewPrice transform(@Nullable String text) {
        Message message = parse(text);
        if (message == null || message.sku() == null || message.cents() == null || message.seq() == null) {
            throw new IllegalArgumentException("price: expected sku, cents and seq, found " + text);
        }
        return new NewPrice(message.sku(), BigDecimal.valueOf(message.cents(), 2), message.seq());
    }

    private static @Nullable Message parse(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, Message.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("price: expected JSON with sku, cents and seq", e);
        }
    }
}
