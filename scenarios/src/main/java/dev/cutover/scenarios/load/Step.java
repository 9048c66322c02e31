package dev.cutover.scenarios.load;

/** Makes a user's next operation, under the given id. */
@FunctionalInterface
interface Step {
    Operation next(Shopper shopper, long id);

    Step READ_CUSTOMER = (shopper, id) -> Requests.read(shopper, ShopOperation.READ_CUSTOMER, id, shopper.customer());
    Step READ_OTHER = (shopper, id) -> Requests.read(shopper, ShopOperation.READ_CUSTOMER, id, shopper.other());
    Step READ_ORDERS = (shopper, id) -> Requests.read(shopper, ShopOperation.READ_ORDERS, id, shopper.customer());

    Step PLACE = (shopper, id) -> Requests.order(shopper, ShopOperation.PLACE_ORDER, id, 0);
    Step PAY = own(ShopOperation.PAY_ORDER);
    Step CANCEL = own(ShopOperation.CANCEL_ORDER);
    Step DELETE = own(ShopOperation.DELETE_ORDER);
    Step RECREATE = (shopper, id) -> shopper.order() == 0
            ? READ_ORDERS.next(shopper, id)
            : Requests.order(shopper, ShopOperation.RECREATE_ORDER, id, shopper.order());

    Step PAY_SEEDED = seeded(ShopOperation.PAY_ORDER);
    Step CANCEL_SEEDED = seeded(ShopOperation.CANCEL_ORDER);

    Step NEW_EMAIL = (shopper, id) -> Requests.email(shopper, id, shopper.customer(), "n" + id + shopper.domain());
    Step SWAP_AWAY = (shopper, id) -> Requests.email(shopper, id, shopper.customer(), "t" + id + shopper.domain());
    Step SWAP_OTHER = (shopper, id) -> Requests.email(shopper, id, shopper.other(), shopper.email(shopper.customer()));
    Step SWAP_BACK = (shopper, id) -> Requests.email(shopper, id, shopper.customer(), shopper.email(shopper.other()));

    Step TRANSFER = (shopper, id) -> Requests.transfer(
            shopper,
            id,
            shopper.customer(),
            shopper.other(),
            1 + shopper.random().nextInt(500));
    Step TRANSFER_BACK = (shopper, id) -> Requests.transfer(
            shopper,
            id,
            shopper.other(),
            shopper.customer(),
            1 + shopper.random().nextInt(500));

    /** Between the blocks of both systems: no order ever has that number. */
    Step PAY_UNKNOWN = (shopper, id) -> Requests.onOrder(
            shopper,
            ShopOperation.PAY_ORDER,
            id,
            90_000_000L + shopper.household().number());

    Step TRANSFER_TOO_MUCH =
            (shopper, id) -> Requests.transfer(shopper, id, shopper.customer(), shopper.other(), 1_000_000_000_000L);

    // Without an acknowledged order of its own a user looks for it instead, so that a session keeps its length.
    private static Step own(ShopOperation kind) {
        return (shopper, id) -> shopper.order() == 0
                ? READ_ORDERS.next(shopper, id)
                : Requests.onOrder(shopper, kind, id, shopper.order());
    }

    private static Step seeded(ShopOperation kind) {
        return (shopper, id) ->
                Requests.onOrder(shopper, kind, id, shopper.household().number());
    }
}
