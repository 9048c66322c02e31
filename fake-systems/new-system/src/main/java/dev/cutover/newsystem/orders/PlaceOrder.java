package dev.cutover.newsystem.orders;

record PlaceOrder(long customer, Goods goods) implements Change {
    static PlaceOrder of(Payload payload) {
        return new PlaceOrder(payload.integer("customerId", 1, Long.MAX_VALUE), Goods.of(payload));
    }

    @Override
    public LedgerEntry apply(Scope scope) {
        Customers.mustExist(scope, customer);
        long number = PurchaseOrders.nextNumber(scope.tx());
        PurchaseOrders.open(scope, number, customer, goods);
        return LedgerEntry.ordered(EntryKind.ORDER_PLACED, customer, number, goods.total(), scope.now());
    }

    @Override
    public Result result(Scope scope, long version, LedgerEntry entry) {
        return goods.opened(scope, version, entry);
    }
}
