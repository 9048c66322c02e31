package dev.cutover.scenarios.load;

import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Role;
import java.util.Arrays;
import java.util.Locale;

/** The operations of the old contract; the code is the kind's index in the journal. */
public enum ShopOperation {
    PLACE_ORDER(0, Role.APPEND),
    CHANGE_EMAIL(1, Role.REGISTER),
    TRANSFER_CREDIT(2, Role.TRANSFER),
    PAY_ORDER(3, Role.EFFECT),
    CANCEL_ORDER(4, Role.APPEND),
    DELETE_ORDER(5, Role.DELETE),
    RECREATE_ORDER(6, Role.APPEND),
    READ_CUSTOMER(7, Role.READ),
    READ_ORDERS(8, Role.READ);

    private final byte code;
    private final Role role;

    ShopOperation(int code, Role role) {
        this.code = (byte) code;
        this.role = role;
    }

    public boolean write() {
        return role.writes();
    }

    /** Its name in the manifest, such as {@code place-order}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the manifest says of it. */
    Manifest.Kind kind() {
        return new Manifest.Kind(label(), role, this == DELETE_ORDER ? PLACE_ORDER.label() : null);
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
