package dev.cutover.newsystem.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.kit.prices.PriceFeed;
import java.math.BigDecimal;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The new system's own prices, as amounts. */
public final class Prices implements PriceFeed.Steps<Prices.NewPrice> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    public Prices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A price from the topic; a higher sequence is newer. */
    public record NewPrice(String sku, BigDecimal amount, long sequence) {
        public NewPrice {
            if (sku.isBlank() || amount.signum() < 0 || sequence < 0) {
                throw new IllegalArgumentException("price: expected a sku, an amount and a sequence >= 0, found " + sku
                        + " " + amount + " " + sequence);
            }
        }

        static NewPrice parse(@Nullable String text) {
            Message message = Message.parse(text);
            if (message == null || message.sku() == null || message.cents() == null || message.seq() == null) {
                throw new IllegalArgumentException("price: expected sku, cents and seq, found " + text);
            }
            return new NewPrice(message.sku(), BigDecimal.valueOf(message.cents(), 2), message.seq());
        }
    }

    private record Message(
            @Nullable String sku,
            @Nullable Long cents,
            @Nullable Long seq) {

        static @Nullable Message parse(@Nullable String text) {
            try {
                return text == null ? null : JSON.readValue(text, Message.class);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("price: expected JSON with sku, cents and seq", e);
            }
        }
    }

    @Override
    public NewPrice transform(@Nullable String message) {
        return NewPrice.parse(message);
    }

    @Override
    public void persist(NewPrice price) {
        jdbi.useHandle(db -> db.execute("""
                insert into price (sku, amount, sequence) values (?, ?, ?)
                on conflict (sku) do update set amount = excluded.amount, sequence = excluded.sequence
                where excluded.sequence > price.sequence""", price.sku(), price.amount(), price.sequence()));
    }
}
