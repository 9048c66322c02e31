package dev.cutover.oldsystem.prices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutover.kit.prices.PriceFeed;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The old system's own prices, in cents. */
public final class Prices implements PriceFeed.Steps<Prices.PriceUpdate> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    public Prices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A new price.
     *
     * @param cents 0 …
     * @param seq grows with every update of the sku
     */
    public record PriceUpdate(String sku, long cents, long seq) {
        public PriceUpdate {
            if (sku.isBlank() || cents < 0 || seq < 0) {
                throw new IllegalArgumentException(
                        "expected a sku, cents >= 0 and seq >= 0, found " + sku + ", " + cents + ", " + seq);
            }
        }

        static PriceUpdate parse(@Nullable String message) {
            try {
                JsonNode node = JSON.readTree(message == null ? "" : message);
                return new PriceUpdate(node.path("sku").asText(), whole(node, "cents"), whole(node, "seq"));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("expected a price update in JSON", e);
            }
        }

        private static long whole(JsonNode node, String field) {
            if (!node.path(field).canConvertToLong() || !node.path(field).isIntegralNumber()) {
                throw new IllegalArgumentException("price update: expected a whole number as " + field);
            }
            return node.path(field).longValue();
        }
    }

    @Override
    public PriceUpdate transform(@Nullable String message) {
        return PriceUpdate.parse(message);
    }

    @Override
    public void persist(PriceUpdate update) {
        jdbi.useHandle(db -> db.execute("""
                insert into price as p (sku, cents, seq) values (?, ?, ?)
                on conflict (sku) do update set cents = excluded.cents, seq = excluded.seq where p.seq < excluded.seq""", update.sku(), update.cents(), update.seq()));
    }
}
