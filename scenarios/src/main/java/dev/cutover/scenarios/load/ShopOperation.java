package dev.cutover.scenarios.load;

import java.util.Arrays;
import java.util.Locale;

/** The operations of the old contract; the code is the kind's index in the journal. */
public enum ShopOperation {
    PLACE_ORDER(0, true),
    CHANGE_EMAIL(1, true),
    TRANSFER_CREDIT(2, true),
    PAY_ORDER(3, true),
    CANCEL_ORDER(4, true),
    DELETE_ORDER(5, true),
    RECREATE_ORDER(6, true),
    READ_CUSTOMER(7, false),
    READ_ORDERS(8, false);

    private final byte code;
    private final boolean write;

    ShopOperation(int code, boolean write) {
        this.code = (byte) code;
        this.write = write;
    }

    public boolean write() {
        return write;
    }

    /** Its name in the manifest, such as {@code place-order}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its path at the bridge. */
    public String path() {
        return "/shop/" + label();
    }

    /** Index of its kind in the manifest. */
    public byte code() {
        return code;
    }

    /** The operation whose kind has that index. */
    static ShopOperation of(byte code) {
        return Arrays.stream(values())
                .filter(operation -> operation.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation has the code " + code));
    }
}
