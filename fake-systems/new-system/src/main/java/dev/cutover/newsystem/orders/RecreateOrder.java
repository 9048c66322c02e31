package dev.cutover.newsystem.orders;

record RecreateOrder(long number, long customer, Goods goods) implements Change {
    static RecreateOrder of(long number, Payload payload) {
        return new RecreateOrder(number, payload.integer("customerId", 1, Long.MAX_VALUE), Goods.of(payload));
    }

    @Override
    public LedgerEntry apply(Scope scope) {
        Customers.mustExist(scope, customer);
        if (PurchaseOrders.idOf(scope.tx(), number) != null) {
            throw PurchaseOrders.alreadyExists(number);
        }
        PurchaseOrders.open(scope, number, customer, goods);
        return LedgerEntry.ordered(EntryKind.ORDER_RECREATED, customer, number, goods.total(), scope.now());
    }

    @Override
    public Result result(Scope scope, long version, LedgerEntry entry) {
        return goods.opened(scope, version, entry);
    }
}
