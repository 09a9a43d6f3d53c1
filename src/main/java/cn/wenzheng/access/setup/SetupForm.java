package cn.wenzheng.access.setup;

import org.jspecify.annotations.Nullable;

/**
 * What the first administrator types.
 *
 * @param code the one-time code from the log
 * @param unitCode code of the city's centre, the root of the tree of units; needed while there is none
 * @param unitName its name
 * @param account the administrator's account
 * @param name the administrator's own name
 * @param repeat the password again; a program that has no eyes to slip leaves it out
 */
record SetupForm(
        @Nullable String code,
        @Nullable String unitCode,
        @Nullable String unitName,
        @Nullable String account,
        @Nullable String name,
        @Nullable String password,
        @Nullable String repeat) {

    static SetupForm blank() {
        return new SetupForm(null, null, null, null, null, null, null);
    }

    /** The same as from somebody who has typed his password twice. */
    SetupForm repeated() {
        return new SetupForm(code, unitCode, unitName, account, name, password, password);
    }

    /** The same words without the secrets, to be shown again. */
    SetupForm again() {
        return new SetupForm(null, unitCode, unitName, account, name, null, null);
    }
}
