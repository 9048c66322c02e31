package dev.cutover.newsystem.orders;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What can be asked; one statement each, so that the version fits what is shown. */
final class Queries {
    private final Jdbi jdbi;

    Queries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Result customer(Request request) {
        long household = request.number("h");
        long id = request.number("c");
        return jdbi.withHandle(db -> db.select("""
                        select c.*, h.version from customer c join household h on h.id = c.household_id
                        where c.id = ? and h.id = ?""", id, household)
                .map((row, context) -> customer(row))
                .findFirst()
                .orElseThrow(() -> notFound(db, household, id)));
    }

    Result orders(Request request) {
        long household = request.number("h");
        long customer = request.number("c");
        return jdbi.withHandle(db -> {
            List<Line> lines = db.select("""
                            select o.*, h.version from customer c join household h on h.id = c.household_id
                            left join purchase_order o on o.customer_id = c.id
                            where c.id = ? and h.id = ? order by o.order_number""", customer, household)
                    .map((row, context) -> line(row))
                    .list();
            if (lines.isEmpty()) {
                throw notFound(db, household, customer);
            }
            List<Result.Order> orders =
                    lines.stream().flatMap(line -> line.order().stream()).toList();
            return new Result.Orders(orders, lines.getFirst().version());
        });
    }

    /** A row: the version, and an order unless the customer has none. */
    private record Line(long version, Optional<Result.Order> order) {}

    private static Problem notFound(Handle db, long household, long customer) {
        long version = db.select("select version from household where id = ?", household)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
        return Customers.notFound(household, customer).at(version);
    }

    private static Result customer(ResultSet row) throws SQLException {
        return new Result.Customer(
                row.getLong("id"),
                row.getString("full_name"),
                requireNonNull(row.getString("email")),
                requireNonNull(row.getBigDecimal("credit")),
                instant(row, "registered_at"),
                row.getLong("version"));
    }

    private static Line line(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        @Nullable UUID id = row.getObject("id", UUID.class);
        return new Line(version, id == null ? Optional.empty() : Optional.of(order(row, id, version)));
    }

    private static Result.Order order(ResultSet row, UUID id, long version) throws SQLException {
        return new Result.Order(
                id,
                row.getLong("order_number"),
                requireNonNull(row.getString("sku")),
                row.getInt("quantity"),
                requireNonNull(row.getBigDecimal("unit_price")),
                requireNonNull(row.getBigDecimal("total")),
                requireNonNull(instant(row, "placed_at")),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("note"),
                version);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
