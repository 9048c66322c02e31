package dev.cutover.oldsystem.shop;

/** What a write works with: the payment provider, and the business day (yyyyMMdd). */
record Work(PaymentProvider payments, String today) {}
