package dev.cutover.oldsystem.shop;

import org.jdbi.v3.core.Handle;

/** What a write works with: its transaction, the payment provider, and the business day (yyyyMMdd). */
record Work(Handle db, PaymentProvider payments, String today) {}
