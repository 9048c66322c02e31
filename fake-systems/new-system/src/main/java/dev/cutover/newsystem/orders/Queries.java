package dev.cutover.newsystem.orders;

import static java.util.Objects.requireNonNull;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What can be asked; one statement each, so that the version fits what is shown. */
final class Queries {
    private static final String CUSTOMER = """
            select h.version, c.id as customer, c.full_name, c.email, c.credit, c.registered_at
            from household h left join customer c on c.id = ? and c.household_id = h.id where h.id = ?""";
    private static final String ORDERS = """
            select h.version, c.id as customer, o.*
            from household h left join customer c on c.id = ? and c.household_id = h.id
            left join purchase_order o on o.customer_id = c.id where h.id = ? order by o.order_number""";

    private final DataSource pool;

    Queries(DataSource pool) {
        this.pool = pool;
    }

    Result customer(Request request) throws SQLException {
        long household = request.number("h");
        long id = request.number("c");
        try (Connection db = pool.getConnection();
                PipelinedStatements statements =
                        new PipelinedStatements(db, CUSTOMER).number(id).number(household)) {
            ResultSet row = statements.rows();
            long version = found(row, household, id);
            return new Result.Customer(
                    id,
                    row.getString("full_name"),
                    requireNonNull(row.getString("email")),
                    requireNonNull(row.getBigDecimal("credit")),
                    instant(row, "registered_at"),
                    version);
        }
    }

    Result orders(Request request) throws SQLException {
        long household = request.number("h");
        long customer = request.number("c");
        try (Connection db = pool.getConnection();
                PipelinedStatements statements =
                        new PipelinedStatements(db, ORDERS).number(customer).number(household)) {
            ResultSet row = statements.rows();
            long version = found(row, household, customer);
            List<Result.Order> orders = new ArrayList<>();
            do {
                @Nullable UUID id = row.getObject("id", UUID.class);
                if (id != null) { // the one row of a customer without orders has none
                    orders.add(order(row, id, version));
                }
            } while (row.next());
            return new Result.Orders(orders, version);
        }
    }

    /** Goes to the first row; the household's version. */
    private static long found(ResultSet row, long household, long customer) throws SQLException {
        if (!row.next()) {
            throw Customers.notFound(household, customer).at(0);
        }
        long version = row.getLong("version");
        if (row.getObject("customer") == null) {
            throw Customers.notFound(household, customer).at(version);
        }
        return version;
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
