package dev.cutover.newsystem.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Every resource of the API: method, path, and what it does. */
public final class Resources {

    private static final String ORDER = "/households/{h}/orders/{number}";
    private static final String CUSTOMER = "/households/{h}/customers/{c}";

    private Resources() {}

    /** A result, and whether it is that of an earlier request. */
    public record Reply(Result result, boolean replayed) {}

    /** Answers one kind of request, or throws a {@link Problem}. */
    @FunctionalInterface
    public interface Action {
        Reply answer(Request request) throws SQLException;
    }

    @FunctionalInterface
    private interface Query {
        Result ask(Request request) throws SQLException;
    }

    /** A method on a path template, under the name it has in the metrics, with the status of its success. */
    public record Resource(String name, String method, String template, int status, Action action) {}

    /** All resources. */
    public static List<Resource> of(DataSource pool, PaymentGateway gateway, Clock clock) {
        Queries queries = new Queries(pool);
        List<Resource> resources = new ArrayList<>(commands(new CommandDesk(pool, gateway, clock)));
        resources.add(query("read-customer", CUSTOMER, queries::customer));
        resources.add(query("read-orders", CUSTOMER + "/orders", queries::orders));
        resources.add(new Resource("fence", "PUT", "/admin/fences/{bucket}", 200, request -> raise(pool, request)));
        return List.copyOf(resources);
    }

    private static List<Resource> commands(CommandDesk desk) {
        return List.of(
                command(desk, "place-order", "POST", "/households/{h}/orders", 201, r -> PlaceOrder.of(r.payload())),
                command(
                        desk,
                        "recreate-order",
                        "PUT",
                        ORDER,
                        201,
                        r -> RecreateOrder.of(r.number("number"), r.payload())),
                command(
                        desk,
                        "change-email",
                        "PUT",
                        CUSTOMER + "/email",
                        200,
                        r -> ChangeEmail.of(r.number("c"), r.payload())),
                command(
                        desk,
                        "transfer-credit",
                        "POST",
                        "/households/{h}/transfers",
                        201,
                        r -> TransferCredit.of(r.payload())),
                command(desk, "pay-order", "POST", ORDER + "/payment", 200, r -> new PayOrder(r.number("number"))),
                command(
                        desk,
                        "cancel-order",
                        "POST",
                        ORDER + "/cancellation",
                        200,
                        r -> new CancelOrder(r.number("number"))),
                command(desk, "delete-order", "DELETE", ORDER, 200, r -> new DeleteOrder(r.number("number"))));
    }

    private static Resource command(
            CommandDesk desk, String name, String method, String template, int status, CommandDesk.Reader reader) {
        return new Resource(name, method, template, status, request -> desk.execute(request, reader));
    }

    private static Resource query(String name, String template, Query query) {
        return new Resource(name, "GET", template, 200, request -> new Reply(query.ask(request), false));
    }

    private static Reply raise(DataSource pool, Request request) throws SQLException {
        String bucket = String.valueOf(request.path().get("bucket"));
        if (!bucket.matches("[0-9]{1,2}") || Integer.parseInt(bucket) > Fences.LAST_BUCKET) {
            throw Problem.malformed("Path, bucket: expected 0 … " + Fences.LAST_BUCKET + ", found " + bucket + ".");
        }
        long epoch = request.payload().integer("epoch", 0, Long.MAX_VALUE);
        try (Connection tx = pool.getConnection()) {
            tx.setAutoCommit(false);
            return new Reply(new Result.FenceSet(Fences.raise(tx, Long.parseLong(bucket), epoch)), false);
        }
    }
}
